package io.stockroom.http;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;

/** What the functions demand of the JSON Web Tokens that API Gateway has verified. */
@ConfigMapping(prefix = "stockroom.jwt")
public interface JwtConfig {

    /** The claim with the caller's locations; absent if each caller may use all. */
    Optional<String> locationsClaim();

    /** The scope that a request needs that changes nothing; absent if none is demanded. */
    Optional<String> readScope();

    /** The scope that a booking needs. */
    Optional<String> bookScope();
}
