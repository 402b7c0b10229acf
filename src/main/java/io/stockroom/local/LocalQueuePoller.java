package io.stockroom.local;

import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** In dev mode, polls the queue and calls its consumer, as Lambda's event source mapping does. */
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
        scheduler.scheduleWithFixedDelay(this::deliver, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    void onStop(@Observes ShutdownEvent event) {
        scheduler.shutdownNow();
    }

    private void deliver() {
        try {
            boolean more = true;
            while (more) {
                more = source.deliver();
            }
        } catch (RuntimeException e) {
            LOG.error("Function apply-webhook threw an exception", e);
        }
    }
}
