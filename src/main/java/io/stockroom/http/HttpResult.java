package io.stockroom.http;

import io.stockroom.altegio.Relayed;
import java.util.Map;
import java.util.function.Function;

/** A successful result: data for Altegio's envelope, a body that the function has written itself, or a response of Altegio. */
public sealed interface HttpResult {

    record Enveloped(int status, Object data, Object meta) implements HttpResult {

        @Override
        public <T> T match(Function<Enveloped, T> enveloped, Function<Written, T> written, Function<Passed, T> passed) {
            return enveloped.apply(this);
        }
    }

    record Written(String mediaType, BodyWriter body) implements HttpResult {

        @Override
        public <T> T match(Function<Enveloped, T> enveloped, Function<Written, T> written, Function<Passed, T> passed) {
            return written.apply(this);
        }
    }

    /** A response of Altegio that is passed on as it is. */
    record Passed(Relayed response) implements HttpResult {

        @Override
        public <T> T match(Function<Enveloped, T> enveloped, Function<Written, T> written, Function<Passed, T> passed) {
            return passed.apply(this);
        }
    }

    /** Applies the function for the kind of result that this is. */
    <T> T match(Function<Enveloped, T> enveloped, Function<Written, T> written, Function<Passed, T> passed);

    /** Returns a result with status 200. */
    static HttpResult of(Object data) {
        return new Enveloped(200, data, Map.of());
    }

    /** Returns a result with status 202: the work is queued. */
    static HttpResult accepted(Object data) {
        return new Enveloped(202, data, Map.of());
    }
}
