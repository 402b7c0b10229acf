package io.stockroom.relay;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** Settings of the relay. */
@ConfigMapping(prefix = "stockroom.relay")
public interface RelayConfig {

    /** The paths that are relayed, with ids in braces; {@link RelayRoutes#USUAL} if empty. */
    Optional<List<String>> routes();
}
