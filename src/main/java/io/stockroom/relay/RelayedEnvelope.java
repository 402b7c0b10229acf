package io.stockroom.relay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stockroom.altegio.Relayed;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** A relayed response whose rows are looked at, and may be replaced; its other fields stay as they are. */
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
    List<?> rows() {
        Object data = fields.get(DATA);
        return data instanceof List<?> list ? list : data == null ? List.of() : List.of(data);
    }

    /** Returns the response with other rows. */
    Relayed with(List<?> rows) {
        fields.put(DATA, rows);
        try {
            return new Relayed(status, mapper.writeValueAsString(fields));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
