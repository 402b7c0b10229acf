package io.stockroom.local;

import io.stockroom.exports.Continuation;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.Map;

/** Starts nothing: the response of a local run contains the event with which it can be continued. */
@Alternative
@Priority(1)
@ApplicationScoped
class LocalContinuation implements Continuation {

    @Override
    public void start(String function, Map<String, ?> event) {
        // The caller of the local run decides.
    }
}
