package io.stockroom.relay;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** Settings of the relay. */
@ConfigMapping(prefix = "stockroom.relay")
public interface RelayConfig {

    /**
     * The paths whose {@code GET} is relayed, with IDs in braces, separated by commas. If unset: what programs written for Altegio read
     * before they book.
     */
    Optional<List<String>> routes();
}
