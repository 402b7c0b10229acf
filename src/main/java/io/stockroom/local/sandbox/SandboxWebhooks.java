package io.stockroom.local.sandbox;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/** Posts an event for each change, as the service's webhooks do: without a signature, some time after the fact, and never a second time. */
public final class SandboxWebhooks {

    private static final Logger LOG = Logger.getLogger(SandboxWebhooks.class);
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final int MAX_SHUFFLED_DELAYS = 4;

    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "sandbox-webhooks");
        thread.setDaemon(true);
        return thread;
    });
    private final Random random = new Random(1);
    private final AtomicInteger posted = new AtomicInteger();
    private volatile WebhookSettings settings = WebhookSettings.NONE;
    private volatile HttpClient client;

    /** Posts to this address from now on, with one of the tokens that its owner knows. */
    public void postTo(String url, String bearer, Duration delay) {
        set(new WebhookSettings(url, bearer, delay, false, false, 0, false, false));
    }

    void set(WebhookSettings changed) {
        settings = changed;
    }

    WebhookSettings settings() {
        return settings;
    }

    /** Returns how many events were posted. */
    int posted() {
        return posted.get();
    }

    void report(SandboxChange change) {
        WebhookSettings current = settings;
        if (current.isEnabled() && !isLost(current)) {
            SandboxChange reported = current.visits() && change.resource().equals(SandboxOperationType.SALE.resource()) ? change.asVisit()
                    : change;
            if (current.renamed() && reported.data() != null && reported.data().has("type")) {
                reported.data().put("type", "Sale, renamed");
            }
            String event = Json.write(reported.json());
            for (int i = 0; i < (current.repeated() ? 2 : 1); i++) {
                scheduler.schedule(() -> post(current, change.locationId(), event), delayMillis(current), TimeUnit.MILLISECONDS);
            }
        }
    }

    private synchronized boolean isLost(WebhookSettings current) {
        return random.nextInt(100) < current.lost();
    }

    private synchronized long delayMillis(WebhookSettings current) {
        long delay = current.delay().toMillis();
        return current.shuffled() ? delay + (long) (random.nextDouble() * MAX_SHUFFLED_DELAYS * delay) : delay;
    }

    private void post(WebhookSettings current, long location, String event) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(current.url(location)).timeout(TIMEOUT)
                    .header("Content-Type", "application/json").POST(BodyPublishers.ofString(event));
            if (!current.bearer().isEmpty()) {
                request.header("Authorization", "Bearer " + current.bearer());
            }
            posted.incrementAndGet();
            client().sendAsync(request.build(), BodyHandlers.discarding()).whenComplete((response, failure) -> {
                if (failure != null || response.statusCode() >= 300) {
                    LOG.infof("A webhook of the sandbox was not taken: %s",
                            failure == null ? "status " + response.statusCode() : failure.getClass().getSimpleName());
                }
            });
        } catch (IllegalArgumentException e) {
            LOG.infof("A webhook of the sandbox was not posted: %s", e.getMessage());
        }
    }

    private synchronized HttpClient client() {
        if (client == null) {
            client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(TIMEOUT).build();
        }
        return client;
    }
}
