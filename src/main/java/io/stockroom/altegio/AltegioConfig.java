package io.stockroom.altegio;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Where Altegio is and who we are there. Each name is also an environment variable: {@code ALTEGIO_PARTNER_TOKEN}. */
@ConfigMapping(prefix = "altegio")
public interface AltegioConfig {

    /** The base of V1, without a slash at its end. */
    URI url();

    /** The developer account's token, sent with each request. */
    Optional<String> partnerToken();

    /** A user's token. With a login beside it, the login renews it once Altegio refuses it. */
    Optional<String> userToken();

    /** Phone or e-mail, exchanged with the password for a user token once per process. */
    Optional<String> login();

    Optional<String> password();

    /** The locations that may be asked for; all when empty. */
    Optional<Set<Long>> locations();

    /** The team member of operations that name none: Altegio refuses those. */
    OptionalLong defaultMasterId();

    /** The longest wait for one answer, cut to what is left of the function's own time. */
    @WithDefault("PT20S")
    Duration timeout();
}
