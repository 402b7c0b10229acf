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

    /**
     * The longest wait for one answer, cut to what is left of the function's own time: short enough that there is time for
     * another attempt, or to look for what became of an operation.
     */
    @WithDefault("PT10S")
    Duration timeout();

    Rate rate();

    Retry retry();

    Breaker breaker();

    /** Altegio's limits, as each process keeps them. */
    interface Rate {

        /** Requests within any second; 0 is no limit. */
        @WithDefault("5")
        int perSecond();

        /** Requests within any minute; 0 is no limit. */
        @WithDefault("200")
        int perMinute();

        /**
         * How long a request may be under way before Altegio counts it; one that is answered sooner counts from its answer.
         * With half a second and slow answers five a second become 200 a minute, so that long exports lose nothing.
         */
        @WithDefault("PT0.5S")
        Duration margin();
    }

    /** How what may pass is tried again. */
    interface Retry {

        /** With the first one; 1 is no retry. */
        @WithDefault("3")
        int attempts();

        /** The most that is waited after the first attempt; it doubles with each further one. */
        @WithDefault("PT0.2S")
        Duration firstDelay();

        @WithDefault("PT3S")
        Duration longestDelay();
    }

    /** When Altegio is left alone because it is down. */
    interface Breaker {

        /** The share of the recent requests, in percent, that must have met an outage; 0 is never. */
        @WithDefault("60")
        int failures();

        /** How many requests there must have been within the window for their share to mean something. */
        @WithDefault("10")
        int calls();

        /** What is recent, in whole seconds. */
        @WithDefault("PT30S")
        Duration window();

        /** For how long it is left alone before one request may try. */
        @WithDefault("PT10S")
        Duration rest();
    }
}
