package io.stockroom.http;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** How the functions are protected. */
@ConfigMapping(prefix = "stockroom.access")
public interface AccessConfig {

    /** The mode in which the functions respond only to callers with a key. */
    String KEYS = "keys";

    /** The modes; in all but {@link #KEYS}, API Gateway lets only authorized requests through to the functions. */
    List<String> MODES = List.of("iam", "jwt", KEYS);

    /**
     * How callers are admitted: {@code iam}, {@code jwt} or {@code keys}. With {@code keys}, the functions reject requests without a
     * caller's key; otherwise API Gateway lets only authorized requests through. The template's parameter {@code Access} sets it.
     */
    Optional<String> mode();
}
