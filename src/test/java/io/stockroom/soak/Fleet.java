package io.stockroom.soak;

import io.stockroom.runtime.Artifact;
import io.stockroom.runtime.Function;
import io.stockroom.runtime.Instance;
import io.stockroom.runtime.RuntimeResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Several instances of one packaged function. An instance that was killed is replaced. */
final class Fleet implements AutoCloseable {

    /** Short, so that the lease of a killed instance ends soon. */
    private static final Duration TIMEOUT = Duration.ofSeconds(6);

    private final Function function;
    private final BlockingQueue<Instance> idle;
    private final List<Instance> instances = new ArrayList<>();
    private final AtomicInteger kills = new AtomicInteger();

    Fleet(Function function, int size) {
        this.function = function;
        this.idle = new ArrayBlockingQueue<>(size);
        for (int i = 0; i < size; i++) {
            idle.add(start());
        }
        idle.forEach(Instance::startToFirstPoll);
    }

    /** Invokes the next idle instance. */
    RuntimeResponse invoke(String event) throws InterruptedException {
        Instance instance = idle.take();
        RuntimeResponse response = instance.invoke(event, TIMEOUT);
        boolean hasEnded = !response.succeeded();
        idle.add(hasEnded ? replacement(instance) : instance);
        return response;
    }

    /** Kills a random instance, whether or not it is working. */
    void kill(Random random) {
        Instance victim;
        synchronized (instances) {
            victim = instances.get(random.nextInt(instances.size()));
        }
        victim.kill();
        kills.incrementAndGet();
    }

    int kills() {
        return kills.get();
    }

    private Instance replacement(Instance ended) {
        synchronized (instances) {
            instances.remove(ended);
        }
        ended.close();
        return start();
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
