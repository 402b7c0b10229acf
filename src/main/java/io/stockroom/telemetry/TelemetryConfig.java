package io.stockroom.telemetry;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The format of the log: for CloudWatch or for people. */
@ConfigMapping(prefix = "stockroom.telemetry")
interface TelemetryConfig {

    /** Whether each line of the log is a JSON object, with metrics in CloudWatch's embedded metric format; otherwise it is text. */
    @WithDefault("true")
    boolean json();

    /** Whether the log has a digest of each caller instead of its name. */
    @WithDefault("false")
    boolean hashCallers();

    /** The dimension {@code FunctionName} of the metrics: two deployments in one account have functions with different names. */
    String functionName();

    /** The dimension {@code FunctionVersion} of the metrics that a deployment watches: the published version of the function. */
    String functionVersion();
}
