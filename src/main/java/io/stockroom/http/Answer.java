package io.stockroom.http;

import java.util.Map;

/** What a function has to say: the {@code data} and {@code meta} of a good answer. */
public record Answer(Object data, Object meta) {

    public static Answer of(Object data) {
        return new Answer(data, Map.of());
    }
}
