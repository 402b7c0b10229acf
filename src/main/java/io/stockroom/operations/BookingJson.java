package io.stockroom.operations;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Serializes bookings for the ledger and the response, and operations for their comparison. */
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

    /** Returns the SHA-256 of the operation's content: field order, white space and {@code 1.0} versus {@code 1} do not matter. */
    String digest(Operation operation) {
        return HexFormat.of().formatHex(Sha256.digest(write(operation.canonical()).getBytes(StandardCharsets.UTF_8)));
    }
}
