package io.stockroom.http;

import java.util.Map;

/** What a function has to say when all is well: data for Altegio's envelope, or a body that it has written itself. */
public sealed interface Answer {

    record Enveloped(Object data, Object meta) implements Answer {
    }

    record Written(String mediaType, BodyWriter body) implements Answer {
    }

    static Answer of(Object data) {
        return new Enveloped(data, Map.of());
    }
}
