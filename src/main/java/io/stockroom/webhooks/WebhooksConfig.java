package io.stockroom.webhooks;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Webhooks and the queue behind them. */
@ConfigMapping(prefix = "stockroom.webhooks")
public interface WebhooksConfig {

    /** The queue of operations to be booked. */
    Optional<String> queueUrl();

    /** Where what is refused for good goes. */
    Optional<String> deadLetterQueueUrl();

    /** The secrets that senders sign with, as {@link Secret} has them; several while one replaces another. */
    Optional<List<String>> secrets();

    /** How far a sender's clock may be from ours, either way. */
    @WithDefault("PT5M")
    Duration tolerance();

    /** How long an operation that may succeed later waits after its first delivery; each further wait is twice as long. */
    @WithDefault("PT30S")
    Duration firstWait();

    /** What no wait outgrows, unless Altegio itself names a longer one. */
    @WithDefault("PT15M")
    Duration longestWait();
}
