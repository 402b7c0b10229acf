package io.stockroom.local;

import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;

/** In dev mode, polls the queues and calls their consumers, as Lambda's event source mappings do. */
@ApplicationScoped
@IfBuildProfile("dev")
class LocalQueuePoller {

    private static final Logger LOG = Logger.getLogger(LocalQueuePoller.class);
    private static final long PAUSE_MILLIS = 200;

    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "queue-poll");
        thread.setDaemon(true);
        return thread;
    });
    private final LocalEventSource source;

    LocalQueuePoller(LocalEventSource source) {
        this.source = source;
    }

    void onStart(@Observes StartupEvent event) {
        scheduler.scheduleWithFixedDelay(this::deliverAll, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    void onStop(@Observes ShutdownEvent event) {
        scheduler.shutdownNow();
    }

    private void deliverAll() {
        deliver("apply-webhook", source::deliver);
        deliver("announce-stock", source::deliverStock);
    }

    private static void deliver(String function, BooleanSupplier delivery) {
        try {
            boolean more = true;
            while (more) {
                more = delivery.getAsBoolean();
            }
        } catch (RuntimeException e) {
            LOG.error("Function " + function + " threw an exception", e);
        }
    }
}
