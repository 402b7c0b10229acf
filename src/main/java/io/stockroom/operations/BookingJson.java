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

    /** Returns the SHA-256 of the request's content, in hexadecimal digits. */
    String digest(BookingRequest request) {
        return HexFormat.of().formatHex(Sha256.digest(write(request.content()).getBytes(StandardCharsets.UTF_8)));
    }
}
