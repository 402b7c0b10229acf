package io.stockroom.telemetry;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The format of the log: for CloudWatch or for people. */
@ConfigMapping(prefix = "stockroom.telemetry")
interface TelemetryConfig {

    /** Whether to write JSON with metrics in CloudWatch's embedded metric format; otherwise a sentence. */
    @WithDefault("true")
    boolean json();

    /** Whether lines contain a digest of the caller instead of the caller. */
    @WithDefault("false")
    boolean hashCallers();

    /** The dimension of the metrics: two deployments in one account have functions with different names. */
    String functionName();

    /** The dimension of the metrics that a deployment watches: the published version of the function. */
    String functionVersion();
}
