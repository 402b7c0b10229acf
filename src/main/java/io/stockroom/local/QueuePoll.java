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

/** In dev mode, feeds the function behind the queue, as Lambda's event source does. */
@ApplicationScoped
@IfBuildProfile("dev")
class QueuePoll {

    private static final Logger LOG = Logger.getLogger(QueuePoll.class);
    private static final long PAUSE_MILLIS = 200;

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread poll = new Thread(task, "queue-poll");
        poll.setDaemon(true);
        return poll;
    });
    private final LocalQueue queue;

    QueuePoll(LocalQueue queue) {
        this.queue = queue;
    }

    void atStart(@Observes StartupEvent event) {
        thread.scheduleWithFixedDelay(this::deliver, PAUSE_MILLIS, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    void atEnd(@Observes ShutdownEvent event) {
        thread.shutdownNow();
    }

    private void deliver() {
        try {
            boolean more = true;
            while (more) {
                more = queue.deliver();
            }
        } catch (RuntimeException e) {
            LOG.error("The function apply-webhook failed", e);
        }
    }
}
