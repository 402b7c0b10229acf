package io.stockroom.relay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stockroom.altegio.Relayed;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the rows of a relayed response, and replaces them; its other fields stay as they are. */
final class RelayedEnvelope {

    private static final String DATA = "data";

    private final ObjectMapper mapper;
    private final int status;
    private final Map<String, Object> fields;

    private RelayedEnvelope(ObjectMapper mapper, int status, Map<String, Object> fields) {
        this.mapper = mapper;
        this.status = status;
        this.fields = fields;
    }

    @SuppressWarnings("unchecked")
    static RelayedEnvelope read(Relayed response, ObjectMapper mapper) {
        try {
            return new RelayedEnvelope(mapper, response.status(), mapper.readValue(response.body(), Map.class));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the rows of a list, or the one object; none if there is no data. */
    List<Object> rows() {
        Object data = fields.get(DATA);
        return data instanceof List<?> list ? new ArrayList<>(list) : data == null ? List.of() : List.of(data);
    }

    /** Returns the response with other rows. */
    Relayed with(List<Object> rows) {
        Map<String, Object> changed = new LinkedHashMap<>(fields);
        changed.put(DATA, rows);
        try {
            return new Relayed(status, mapper.writeValueAsString(changed));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
