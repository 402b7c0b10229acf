package io.stockroom.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the log-in. */
@ConfigMapping(prefix = "stockroom.session")
public interface SessionConfig {

    /** How long a user token of {@code POST /auth} is valid. */
    @WithDefault("P30D")
    Duration ttl();

    /** How long the response to a failed login is delayed, so that passwords can't be tried quickly. */
    @WithDefault("PT1S")
    Duration failureDelay();
}
