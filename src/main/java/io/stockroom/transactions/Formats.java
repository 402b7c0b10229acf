package io.stockroom.transactions;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The formats that an answer may have. */
@ApplicationScoped
class Formats {

    private final ObjectMapper mapper;
    private final Clock clock;

    Formats(ObjectMapper mapper, Clock clock) {
        this.mapper = mapper;
        this.clock = clock;
    }

    /** The formats by media type. Clients written for Altegio ask for its own types of JSON. */
    Map<String, Format> of(Search search) {
        Format json = new JsonFormat(mapper, false);
        Format lines = new JsonFormat(mapper, true);
        Map<String, Format> formats = new LinkedHashMap<>();
        formats.put("application/json", json);
        formats.put("text/csv", new CsvFormat(search.csv(), search.cursor() == null));
        formats.put("application/x-ndjson", lines);
        formats.put("application/ndjson", lines);
        formats.put("application/jsonl", lines);
        formats.put("application/vnd.api.v2+json", json);
        formats.put("application/vnd.api+json", json);
        return formats;
    }

    /** The name under which a table is to be kept, with the days that it is about, else of today. */
    Optional<String> fileName(Format format, long location, Search search) {
        return format instanceof CsvFormat
                ? Optional.of("transactions-" + location + "-" + search.query().days().orElseGet(() -> LocalDate.now(clock).toString()) + ".csv")
                : Optional.empty();
    }
}
