package io.stockroom.transactions;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The formats of the response. */
@ApplicationScoped
class Formats {

    private final ObjectMapper mapper;
    private final Clock clock;

    Formats(ObjectMapper mapper, Clock clock) {
        this.mapper = mapper;
        this.clock = clock;
    }

    /** Returns the formats by media type. */
    Map<String, Format> of(SearchRequest search) {
        Format json = new JsonFormat(mapper, false);
        Format lines = new JsonFormat(mapper, true);
        Map<String, Format> formats = new LinkedHashMap<>();
        formats.put("application/json", json);
        formats.put("text/csv", new CsvFormat(search.csv(), search.cursor() == null));
        formats.put("application/x-ndjson", lines);
        formats.put("application/ndjson", lines);
        formats.put("application/jsonl", lines);
        return formats;
    }

    /** Returns the file name of a CSV download, with the days searched for, or today's date if the request specifies none. */
    Optional<String> fileName(Format format, long location, SearchRequest search) {
        if (!(format instanceof CsvFormat)) {
            return Optional.empty();
        }
        String days = search.query().days().orElseGet(() -> LocalDate.now(clock).toString());
        return Optional.of("transactions-" + location + "-" + days + ".csv");
    }
}
