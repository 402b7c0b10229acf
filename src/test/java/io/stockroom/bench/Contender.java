package io.stockroom.bench;

import io.stockroom.runtime.Code;
import io.stockroom.runtime.Function;
import java.util.Map;

/**
 * One that takes part: code that does what list-storages does.
 *
 * @param asksAltegio false for one that only says hello: it has no answer to compare, and no upstream to wait for
 * @param unpacked    bytes of the executable, or of classes and jars, or of the script
 */
record Contender(String name, Code code, boolean asksAltegio, long zip, long unpacked) {

    /** The template's function, pointed at the upstream. */
    Function function(Upstream upstream, Map<String, String> environment) {
        Function function = function("ListStoragesFunction", upstream.url());
        for (Map.Entry<String, String> variable : environment.entrySet()) {
            function = function.with(variable.getKey(), variable.getValue());
        }
        return asksAltegio ? function : function.with("QUARKUS_LAMBDA_HANDLER", "hello");
    }

    /** Altegio's limits are off: what waits for its turn has no speed. */
    static Function function(String name, String altegio) {
        return Function.of(name, Map.of("AltegioUrl", altegio, "partner_token", "bench-partner", "user_token", "bench-user"))
                .with("ALTEGIO_RATE_PER_SECOND", "0").with("ALTEGIO_RATE_PER_MINUTE", "0");
    }
}
