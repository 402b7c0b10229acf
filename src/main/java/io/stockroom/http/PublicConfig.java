package io.stockroom.http;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.Optional;

/** Where callers find the API. */
@ConfigMapping(prefix = "stockroom.public")
public interface PublicConfig {

    /** The base URL that callers use, for example behind a custom domain's mapping, which API Gateway takes off the path. */
    Optional<URI> url();
}
