package io.stockroom.altegio;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** The connection to Altegio. Each name is also an environment variable, such as {@code ALTEGIO_PARTNER_TOKEN}. */
@ConfigMapping(prefix = "altegio")
public interface AltegioConfig {

    /** The base URL of V1, without a trailing slash. */
    URI url();

    /** The developer account's token, sent with each request. */
    Optional<String> partnerToken();

    /** The token of the user of all locations that no account below has. If a login is configured too, it renews the token once Altegio rejects it. */
    Optional<String> userToken();

    /** Phone number or e-mail address, exchanged with the password for a user token once for all processes. */
    Optional<String> login();

    Optional<String> password();

    /** The accounts by their names, each for its own locations. {@link AccountEntries} reads and checks the texts. */
    Map<String, AccountSettings> accounts();

    /** The names of the secrets in Secrets Manager that contain all credentials, read at run time; absent if they are configured here. */
    Optional<List<String>> secrets();

    /** The URL of Secrets Manager; that of the region unless set. */
    Optional<URI> secretsUrl();

    /** The locations that callers may access; all if empty. */
    Optional<Set<Long>> locations();

    /** The team member for operations without one, which Altegio rejects. */
    OptionalLong defaultMasterId();

    /**
     * The maximum time to wait for a response, limited to the function's remaining time: short enough to leave time for another
     * attempt, or for finding out what became of an operation.
     */
    @WithDefault("PT10S")
    Duration timeout();

    Rate rate();

    Retry retry();

    CircuitBreaker circuitBreaker();

    /** One user of Altegio. */
    interface AccountSettings {

        /** The locations that are read and booked with this user's token, separated by commas. */
        Optional<String> locations();

        /** See {@link AltegioConfig#userToken()}. */
        Optional<String> userToken();

        /** See {@link AltegioConfig#login()}. */
        Optional<String> login();

        Optional<String> password();
    }

    /** Altegio's rate limits, as each process applies them. */
    interface Rate {

        /** Maximum number of requests within any second; 0 means no limit. */
        @WithDefault("5")
        int perSecond();

        /** Maximum number of requests within any minute; 0 means no limit. */
        @WithDefault("200")
        int perMinute();

        /**
         * How long a request may be in flight before Altegio counts it; a request with an earlier response counts from its
         * response. With half a second and slow responses, 5 per second become 200 per minute, so that long exports lose nothing.
         */
        @WithDefault("PT0.5S")
        Duration margin();
    }

    /** Retries of transient failures. */
    interface Retry {

        /** Number of attempts, including the first one; 1 means no retry. */
        @WithDefault("3")
        int attempts();

        /** The maximum delay after the first attempt; it doubles with each further attempt. */
        @WithDefault("PT0.2S")
        Duration baseDelay();

        @WithDefault("PT3S")
        Duration maxDelay();
    }

    /** When the circuit breaker opens, and for how long. */
    interface CircuitBreaker {

        /** The percentage of recent requests that must have met an outage; 0 disables the circuit breaker. */
        @WithDefault("60")
        int failureRate();

        /** The minimum number of requests within the window for the percentage to be meaningful. */
        @WithDefault("10")
        int minimumCalls();

        /** The period that counts as recent, in whole seconds. */
        @WithDefault("PT30S")
        Duration window();

        /** How long the circuit breaker stays open before it lets one trial request through. */
        @WithDefault("PT10S")
        Duration openDuration();
    }
}
