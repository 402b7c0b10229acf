package io.stockroom.lists;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The formats of a list. */
@ApplicationScoped
public class Formats {

    private final ObjectMapper mapper;
    private final Clock clock;

    Formats(ObjectMapper mapper, Clock clock) {
        this.mapper = mapper;
        this.clock = clock;
    }

    /** Returns the formats by media type. */
    public <R> Map<String, Format<R>> with(Format<R> csv) {
        Format<R> json = new JsonFormat<>(mapper, false);
        Format<R> lines = new JsonFormat<>(mapper, true);
        Map<String, Format<R>> formats = new LinkedHashMap<>();
        formats.put("application/json", json);
        formats.put("text/csv", csv);
        formats.put("application/x-ndjson", lines);
        formats.put("application/ndjson", lines);
        formats.put("application/jsonl", lines);
        return formats;
    }

    /**
     * Returns the file name of a CSV download, and nothing for the other formats.
     *
     * @param list what the file contains, such as {@code transactions-4564}
     * @param days the days that it covers; today's date stands for all
     */
    public Optional<String> fileName(Format<?> format, String list, Optional<String> days) {
        return format.mediaType().startsWith("text/csv")
                ? Optional.of(list + "-" + days.orElseGet(() -> LocalDate.now(clock).toString()) + ".csv")
                : Optional.empty();
    }
}
