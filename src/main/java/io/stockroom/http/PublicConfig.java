package io.stockroom.http;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.Optional;

/** Where callers find the API. */
@ConfigMapping(prefix = "stockroom.public")
public interface PublicConfig {

    /**
     * The base URL that callers use, including the mapping of a custom domain, which API Gateway takes off the path; without a query. Links
     * are then absolute; without it, they are relative to the request.
     */
    Optional<URI> url();
}
