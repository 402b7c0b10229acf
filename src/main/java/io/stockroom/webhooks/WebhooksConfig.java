package io.stockroom.webhooks;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Settings of webhooks and their queue. */
@ConfigMapping(prefix = "stockroom.webhooks")
public interface WebhooksConfig {

    /** The URL of the queue of operations. */
    Optional<String> queueUrl();

    /** The URL of the dead-letter queue, for permanently rejected operations. */
    Optional<String> deadLetterQueueUrl();

    /**
     * The secrets that senders sign with, in the format of {@link SigningSecret}; several, separated by commas, during a rotation, or
     * one per location.
     */
    Optional<String> secrets();

    /**
     * The secrets that Altegio sends with its events, in the format of {@link WebhookTokens}; several, separated by commas, during a
     * rotation. Without one, no event of Altegio's is taken.
     */
    Optional<String> altegioTokens();

    /** The maximum difference between a sender's clock and the server's, in either direction. */
    @WithDefault("PT5M")
    Duration tolerance();

    /** The delay after the first delivery of an operation that may succeed later; it doubles with each further delivery. */
    @WithDefault("PT30S")
    Duration baseDelay();

    /** The maximum delay, unless Altegio itself specifies a longer one. */
    @WithDefault("PT15M")
    Duration maxDelay();
}
