package io.stockroom.bench;

import io.stockroom.runtime.Code;
import io.stockroom.runtime.Function;
import java.util.Map;

/**
 * An implementation of list-storages that takes part in the benchmark.
 *
 * @param callsAltegio false for one that only returns "hello": it has no response to compare, and does not call the upstream
 * @param zip          size of the zip in bytes
 * @param unpacked     bytes of the executable, or of classes and jars, or of the script
 */
record Contender(String name, Code code, boolean callsAltegio, long zip, long unpacked) {

    /** Returns the template's function, configured to call the upstream. */
    Function function(Upstream upstream, Map<String, String> environment) {
        Function function = function("ListStoragesFunction", upstream.url());
        for (Map.Entry<String, String> variable : environment.entrySet()) {
            function = function.with(variable.getKey(), variable.getValue());
        }
        return callsAltegio ? function : function.with("QUARKUS_LAMBDA_HANDLER", "hello");
    }

    /** Returns a function without Altegio's rate limit: a function that waits for a permit has no meaningful speed. */
    static Function function(String name, String altegio) {
        return Function.of(name, Map.of("AltegioUrl", altegio, "partner_token", "bench-partner", "user_token", "bench-user"))
                .with("ALTEGIO_RATE_PER_SECOND", "0").with("ALTEGIO_RATE_PER_MINUTE", "0");
    }
}
