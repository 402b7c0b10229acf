package io.stockroom.operations;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Bookings as they are recorded and answered, and operations as they are compared. */
@ApplicationScoped
class BookingJson {

    private final ObjectMapper mapper;

    BookingJson(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    String write(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SHA-256 of what the operation says: the order of members, white space and {@code 1.0} against {@code 1} don't matter. */
    String digest(Operation operation) {
        return HexFormat.of().formatHex(Marker.sha256(write(operation.canonical()).getBytes(StandardCharsets.UTF_8)));
    }
}
