package io.stockroom.http;

import java.util.Map;

/** What a function has to say when all is well: data for Altegio's envelope, or a body that it has written itself. */
public sealed interface Answer {

    record Enveloped(int status, Object data, Object meta) implements Answer {
    }

    record Written(String mediaType, BodyWriter body) implements Answer {
    }

    static Answer of(Object data) {
        return new Enveloped(200, data, Map.of());
    }

    /** It will be done, and is not done yet. */
    static Answer accepted(Object data) {
        return new Enveloped(202, data, Map.of());
    }
}
