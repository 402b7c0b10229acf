package io.stockroom.webhooks;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Settings of webhooks and their queue. */
@ConfigMapping(prefix = "stockroom.webhooks")
public interface WebhooksConfig {

    /** The URL of the queue of operations, created by the template. In dev mode, a queue in memory replaces it. */
    Optional<String> queueUrl();

    /**
     * The URL of the dead-letter queue, for permanently rejected operations, created by the template. In dev mode, a queue in memory
     * replaces it.
     */
    Optional<String> deadLetterQueueUrl();

    /**
     * The secrets that senders sign with: {@code whsec_} followed by 24 to 64 bytes in Base64, optionally after the ID of the only location
     * that it is valid for and a colon. Several, separated by commas, during a rotation or for several locations. {@code receive-webhook}
     * requires it, a shop, or {@link #altegioTokens()}.
     */
    Optional<String> secrets();

    /**
     * The secrets that Altegio sends with its events, each with 16 to 512 letters, digits, dots, hyphens, underscores or tildes; several,
     * separated by commas, during a rotation. Without one, no event of Altegio's is accepted.
     */
    Optional<String> altegioTokens();

    /** The maximum difference between a sender's clock and the server's, in either direction. */
    @WithDefault("PT5M")
    Duration tolerance();

    /**
     * The delay after the first delivery of an operation that may succeed later; it doubles with each further delivery. Not greater than
     * {@link #maxDelay()}.
     */
    @WithDefault("PT30S")
    Duration baseDelay();

    /** The maximum delay, unless Altegio itself specifies a longer one. */
    @WithDefault("PT15M")
    Duration maxDelay();
}
