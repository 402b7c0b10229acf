package io.stockroom.transactions;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.Arrays;

/** Altegio's envelope, or one JSON object on each line. */
record JsonFormat(ObjectMapper mapper, boolean lines) implements Format {

    private static final byte[] NOTHING = {};

    @Override
    public String mediaType() {
        return lines ? "application/x-ndjson" : "application/json";
    }

    @Override
    public byte[] head() {
        return lines ? NOTHING : bytes("{\"success\":true,\"data\":[");
    }

    @Override
    public byte[] row(Transaction transaction) {
        byte[] json = json(transaction);
        if (!lines) {
            return json;
        }
        byte[] line = Arrays.copyOf(json, json.length + 1);
        line[json.length] = '\n';
        return line;
    }

    @Override
    public byte[] between() {
        return lines ? NOTHING : bytes(",");
    }

    @Override
    public byte[] tail(Meta meta) {
        return lines ? NOTHING : bytes("],\"meta\":" + new String(json(meta), UTF_8) + "}");
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
