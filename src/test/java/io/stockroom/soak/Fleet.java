package io.stockroom.soak;

import io.stockroom.runtime.Artifact;
import io.stockroom.runtime.Function;
import io.stockroom.runtime.Instance;
import io.stockroom.runtime.RuntimeResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** Several instances of one packaged function. An instance that was killed is replaced. */
final class Fleet implements AutoCloseable {

    private final Function function;
    private final Duration timeout;
    private final BlockingQueue<Instance> idle;
    private final List<Instance> instances = new ArrayList<>();
    private final Set<Instance> killed = new HashSet<>();
    private final List<String> crashes = new ArrayList<>();
    private int kills;
    private int timeouts;

    Fleet(Function function, Duration timeout, int size) {
        this.function = function;
        this.timeout = timeout;
        this.idle = new ArrayBlockingQueue<>(size);
        for (int i = 0; i < size; i++) {
            idle.add(start());
        }
        idle.forEach(Instance::startToFirstPoll);
    }

    /** Invokes the next idle instance. Returns empty if it ended before it responded. */
    Optional<RuntimeResponse> invoke(String event) throws InterruptedException {
        Instance instance = idle.take();
        RuntimeResponse response = null;
        try {
            response = instance.invoke(event, timeout);
            return response.succeeded() ? Optional.of(response) : Optional.empty();
        } finally {
            idle.add(response != null && response.succeeded() ? instance : replacement(instance, response));
        }
    }

    /** Kills a random instance, whether or not it is working. */
    void kill(Random random) {
        Instance victim;
        synchronized (instances) {
            victim = instances.get(random.nextInt(instances.size()));
            if (!killed.add(victim)) {
                return;
            }
            kills++;
        }
        victim.kill();
    }

    int kills() {
        synchronized (instances) {
            return kills;
        }
    }

    /** Returns how many instances did not respond within the function's timeout, so that they were ended as Lambda would. */
    int timeouts() {
        synchronized (instances) {
            return timeouts;
        }
    }

    /** Returns the errors of instances that ended by themselves, or failed to handle an event. */
    List<String> crashes() {
        synchronized (instances) {
            return List.copyOf(crashes);
        }
    }

    private Instance replacement(Instance ended, RuntimeResponse response) {
        synchronized (instances) {
            instances.remove(ended);
            if (!killed.remove(ended)) {
                account(response);
            }
        }
        ended.close();
        return start();
    }

    private void account(RuntimeResponse response) {
        if (response == null) {
            crashes.add("An instance did not start");
        } else if (response.error().equals("Sandbox.Timedout")) {
            timeouts++;
        } else {
            crashes.add("An instance failed: " + response.payload());
        }
    }

    private Instance start() {
        Instance instance = Instance.start(Artifact.packaged(), function);
        synchronized (instances) {
            instances.add(instance);
        }
        return instance;
    }

    @Override
    public void close() {
        synchronized (instances) {
            instances.forEach(Instance::close);
        }
    }
}
