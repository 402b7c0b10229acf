package io.stockroom.telemetry;

/** Configurations of the telemetry. */
final class TelemetryConfigs {

    /** Of version 7 of a function, whose log is JSON with hashed callers. */
    static final TelemetryConfig VERSION_7 = new TelemetryConfig() {
        @Override
        public boolean json() {
            return true;
        }

        @Override
        public boolean hashCallers() {
            return true;
        }

        @Override
        public String functionName() {
            return "function";
        }

        @Override
        public String functionVersion() {
            return "7";
        }
    };

    private TelemetryConfigs() {
    }
}
