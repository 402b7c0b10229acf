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

    /** Why the environment takes no more invocations, and the error object for a request id. */
    private record Ending(String error, UnaryOperator<String> payload) {
    }

    CompletableFuture<Answer> submit(String event, Duration timeLeft) {
        Invocation invocation = Invocation.of(event, timeLeft);
        if (!current.compareAndSet(null, invocation)) {
            throw new IllegalStateException("an execution environment takes one invocation at a time");
        }
        submitted.add(invocation);
        failIfEnded();
        return invocation.answer();
    }

    /** Whether the runtime has an invocation that it has not answered. */
    boolean isBusy() {
        return delivered != null && delivered == current.get();
    }

    /** Waits for the next invocation. */
    Invocation take() throws InterruptedException {
        delivered = submitted.take();
        return delivered;
    }

    /** The invocation under way if it has that id, else null. */
    Invocation find(String id) {
        Invocation invocation = current.get();
        return invocation != null && invocation.id().equals(id) ? invocation : null;
    }

    /** Answers an invocation, unless that was done already. */
    void finish(Invocation invocation, String payload, String error) {
        if (current.compareAndSet(invocation, null)) {
            submitted.remove(invocation);
            invocation.finish(payload, error);
        }
    }

    /** Answers what is under way, and all that follows, with the error. The first reason stands. */
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
