package io.stockroom.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads the ids of the rows of a list, in each of its formats. */
final class RowIds {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern FIRST_CELL = Pattern.compile("(?m)^(\\d+),");

    private final String name;
    private final Pattern firstField;

    /** @param name of the id, the first field of a row */
    RowIds(String name) {
        this.name = name;
        firstField = Pattern.compile("(?m)^\\{\"" + name + "\":(\\d+),");
    }

    List<Long> of(List<Links.Part> parts, String accept) throws IOException {
        List<Long> ids = new ArrayList<>();
        for (Links.Part part : parts) {
            if (accept.equals("application/json")) {
                ids.addAll(ofJson(part.text()));
            } else {
                Pattern id = accept.equals("text/csv") ? FIRST_CELL : firstField;
                id.matcher(part.text()).results().map(row -> Long.valueOf(row.group(1))).forEach(ids::add);
            }
        }
        return ids;
    }

    List<Long> ofJson(String json) throws IOException {
        List<Long> ids = new ArrayList<>();
        JSON.readTree(json).get("data").forEach(row -> ids.add(row.get(name).asLong()));
        return ids;
    }
}
