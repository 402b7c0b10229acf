package io.stockroom.runtime;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/** The invocations of one execution environment: one at a time, until it ends. */
final class Invocations {

    private final BlockingQueue<Invocation> submitted = new LinkedBlockingQueue<>();
    private final AtomicReference<Invocation> current = new AtomicReference<>();
    private final AtomicReference<Ending> ending = new AtomicReference<>();
    private volatile Invocation delivered;

    /** Why the environment accepts no more invocations, and the error object for a request ID. */
    private record Ending(String error, UnaryOperator<String> payload) {
    }

    CompletableFuture<RuntimeResponse> submit(String event, Duration timeout) {
        Invocation invocation = Invocation.of(event, timeout);
        if (!current.compareAndSet(null, invocation)) {
            throw new IllegalStateException("An execution environment accepts one invocation at a time");
        }
        submitted.add(invocation);
        failIfEnded();
        return invocation.response();
    }

    /** Returns whether the runtime has an invocation that it has not responded to. */
    boolean isBusy() {
        return delivered != null && delivered == current.get();
    }

    /** Waits for the next invocation. */
    Invocation take() throws InterruptedException {
        delivered = submitted.take();
        return delivered;
    }

    /** Returns the current invocation if it has that ID, otherwise null. */
    Invocation find(String id) {
        Invocation invocation = current.get();
        return invocation != null && invocation.id().equals(id) ? invocation : null;
    }

    /** Completes an invocation, unless it is complete already. */
    void finish(Invocation invocation, String payload, String error) {
        if (current.compareAndSet(invocation, null)) {
            submitted.remove(invocation);
            invocation.finish(payload, error);
        }
    }

    /** Completes the current invocation and all later ones with the error. If called again, the first error remains. */
    void end(String error, UnaryOperator<String> payload) {
        ending.compareAndSet(null, new Ending(error, payload));
        failIfEnded();
    }

    private void failIfEnded() {
        Ending reason = ending.get();
        Invocation invocation = current.get();
        if (reason != null && invocation != null) {
            finish(invocation, reason.payload().apply(invocation.id()), reason.error());
        }
    }
}
