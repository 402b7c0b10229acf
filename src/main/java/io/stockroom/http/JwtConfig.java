package io.stockroom.http;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** What the functions demand of the JSON Web Tokens that API Gateway has verified. */
@ConfigMapping(prefix = "stockroom.jwt")
public interface JwtConfig {

    /**
     * The claim with the IDs of the locations that the caller may use: an array, or a text with spaces or commas. If unset, each caller may
     * use all locations.
     */
    Optional<String> locationsClaim();

    /** The scope that a {@code GET} needs. If unset, none. */
    Optional<String> readScope();

    /** The scope that every other request needs. If unset, none. */
    Optional<String> bookScope();
}
