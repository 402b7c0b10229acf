package io.stockroom.telemetry;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How the log is written: for CloudWatch, or for people. */
@ConfigMapping(prefix = "stockroom.telemetry")
interface TelemetryConfig {

    /** JSON with metrics in CloudWatch's embedded format; a sentence otherwise. */
    @WithDefault("true")
    boolean json();

    /** The metrics' dimension: two deployments in one account have functions of different names. */
    String functionName();
}
