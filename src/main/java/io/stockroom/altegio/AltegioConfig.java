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

    /** The base URL of V1, without a trailing slash. If it is set in dev mode, the sandbox is not used. */
    URI url();

    /** The function that the process runs: one that never calls Altegio needs no credentials. */
    Optional<String> function();

    /** The developer account's token, sent with each request. Functions that call Altegio require it, unless {@link #secrets()} is set. */
    Optional<String> partnerToken();

    /**
     * The token of the user of all locations that no named account has. If a login is configured too, it renews the token once Altegio
     * rejects it. Functions that call Altegio require one of the two, unless there are named accounts or {@link #secrets()} is set.
     */
    Optional<String> userToken();

    /**
     * The phone number or e-mail address of this user, exchanged with the password for a user token: once for all instances, and again when
     * Altegio rejects it.
     */
    Optional<String> login();

    /** The password of {@link #login()}: set both or neither. */
    Optional<String> password();

    /** The accounts by their names, each for its own locations. {@link AccountEntries} reads and checks the texts. */
    Map<String, AccountSettings> accounts();

    /**
     * The names of the secrets in Secrets Manager that contain all credentials, separated by commas. They are read at run time; no other
     * credentials may be set.
     */
    Optional<List<String>> secrets();

    /** The URL of Secrets Manager, if it is not the one of the region. */
    Optional<URI> secretsUrl();

    /** The allow-list: the IDs of the locations that callers may access, separated by commas. If empty, all. */
    Optional<Set<Long>> locations();

    /** The ID of the team member for operations that specify none, because Altegio rejects those. */
    OptionalLong defaultMasterId();

    /**
     * The timeout of one request to Altegio, limited to the function's remaining time: short enough to leave time for another attempt, or
     * for finding out what became of an operation.
     */
    @WithDefault("PT10S")
    Duration timeout();

    Rate rate();

    Retry retry();

    CircuitBreaker circuitBreaker();

    /** One user of Altegio. */
    interface AccountSettings {

        /**
         * Required for each account: the IDs of the locations that are read and booked with this user's token, separated by commas. No
         * location may be in two accounts.
         */
        Optional<String> locations();

        /**
         * The token of the account's user. An account needs a token, or a login and password; with all three, the login renews the token
         * once Altegio rejects it.
         */
        Optional<String> userToken();

        /**
         * The phone number or e-mail address of the account's user, exchanged with the password for a user token: see
         * {@link AltegioConfig#login()}.
         */
        Optional<String> login();

        /** The password of {@link AccountSettings#login()}: set both or neither. */
        Optional<String> password();
    }

    /** Altegio's rate limits, as each process applies them. */
    interface Rate {

        /** The maximum number of requests that one instance sends within any second; {@code 0} disables the limit. */
        @WithDefault("5")
        int perSecond();

        /** The maximum number of requests that one instance sends within any minute; {@code 0} disables the limit. */
        @WithDefault("200")
        int perMinute();

        /**
         * How long a request may be in flight before Altegio counts it; a request with an earlier response counts from its response. With
         * half a second and slow responses, 5 per second become 200 per minute, so that long exports lose nothing.
         */
        @WithDefault("PT0.5S")
        Duration margin();
    }

    /** Retries of transient failures. */
    interface Retry {

        /** The maximum number of attempts, including the first one; {@code 1} means no retry. */
        @WithDefault("3")
        int attempts();

        /**
         * The upper bound of the random delay after the first attempt; it doubles with each further attempt. Not greater than
         * {@link Retry#maxDelay()}.
         */
        @WithDefault("PT0.2S")
        Duration baseDelay();

        /** The maximum that this upper bound grows to. */
        @WithDefault("PT3S")
        Duration maxDelay();
    }

    /** When the circuit breaker opens, and for how long. */
    interface CircuitBreaker {

        /** The percentage of recent requests that must meet an outage to open the circuit breaker; {@code 0} disables it. */
        @WithDefault("60")
        int failureRate();

        /** The minimum number of requests within the window before the percentage is evaluated. */
        @WithDefault("10")
        int minimumCalls();

        /** The sliding window of the requests that count as recent, in whole seconds. */
        @WithDefault("PT30S")
        Duration window();

        /** How long the circuit breaker stays open before it lets one trial request through. */
        @WithDefault("PT10S")
        Duration openDuration();
    }
}
