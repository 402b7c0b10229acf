package io.stockroom.lists;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.Arrays;

/** Altegio's JSON envelope, or one JSON object per line. */
public record JsonFormat<R>(ObjectMapper mapper, boolean lines) implements Format<R> {

    private static final byte[] EMPTY = {};

    @Override
    public String mediaType() {
        return lines ? "application/x-ndjson" : "application/json";
    }

    @Override
    public byte[] head() {
        return lines ? EMPTY : bytes("{\"success\":true,\"data\":[");
    }

    @Override
    public byte[] row(R row) {
        byte[] json = json(row);
        if (!lines) {
            return json;
        }
        byte[] line = Arrays.copyOf(json, json.length + 1);
        line[json.length] = '\n';
        return line;
    }

    @Override
    public byte[] between() {
        return lines ? EMPTY : bytes(",");
    }

    @Override
    public byte[] tail(Object meta) {
        return lines ? EMPTY : bytes("],\"meta\":" + new String(json(meta), UTF_8) + "}");
    }

    private byte[] json(Object object) {
        try {
            return mapper.writeValueAsBytes(object);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }
}
