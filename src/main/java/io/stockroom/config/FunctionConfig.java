package io.stockroom.config;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** What this process is to be. */
@ConfigMapping(prefix = "stockroom")
interface FunctionConfig {

    /** The name of the handler that answers: {@code QUARKUS_LAMBDA_HANDLER}. */
    Optional<String> function();
}
