package io.stockroom.config;

import io.quarkus.arc.Unremovable;
import io.smallrye.config.ConfigMapping;
import io.stockroom.webhooks.WebhooksConfig;
import java.util.Optional;

/** What this process is to be. Nobody injects it: it is there to be checked. */
@Unremovable
@ConfigMapping(prefix = "stockroom")
interface FunctionConfig {

    /** The name of the handler that answers: {@code QUARKUS_LAMBDA_HANDLER}. */
    Optional<String> function();

    /** Looked at here, because only some functions need it. */
    WebhooksConfig webhooks();
}
