package io.stockroom.exports;

import java.util.Map;

/** Goes on in another invocation, when the time of this one ends. */
public interface Continuation {

    /**
     * Starts an invocation and does not wait for its end. It may be started twice, if a response is lost.
     *
     * @param function the ARN that this invocation was started with, so that the next one runs the same version
     * @throws ContinuationException if it is not started, or perhaps not
     */
    void start(String function, Map<String, ?> event);
}
