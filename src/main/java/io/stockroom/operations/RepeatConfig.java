package io.stockroom.operations;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings for programs that repeat a booking without an idempotency key. */
@ConfigMapping(prefix = "stockroom.repeat")
public interface RepeatConfig {

    /**
     * How long an identical body from the same caller, in Altegio's dialect and without a key, counts as a retry of the first one;
     * {@code PT0S}, never.
     */
    @WithDefault("PT0S")
    Duration window();
}
