package io.stockroom.altegio;

import io.stockroom.altegio.AltegioFailure.CredentialsRefused;
import io.stockroom.altegio.AltegioFailure.Denied;
import io.stockroom.altegio.AltegioFailure.NotFound;
import io.stockroom.altegio.AltegioFailure.Refused;
import io.stockroom.altegio.AltegioFailure.Unreadable;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/**
 * The user token, for the life of the process. V1 documents no lifetime for it, so it is renewed when it is refused and
 * never else; callers that are refused together wait for one log-in and share it.
 */
@ApplicationScoped
class Session {

    /** After a log-in that did not help: each further one may lock the account, or send its owner a code by SMS. */
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final AltegioConfig config;
    private final Clock clock;
    private String userToken;
    private String refusal;
    private Instant pausedUntil = Instant.MIN;

    Session(AltegioConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
        this.userToken = config.userToken().orElse(null);
    }

    /** The token to send, after a log-in if there is none yet. */
    synchronized String userToken(Function<Login, Envelope> auth) {
        if (userToken == null) {
            userToken = logIn(auth);
        }
        return userToken;
    }

    /**
     * Another token than the refused one: by a log-in, unless somebody has renewed it meanwhile.
     *
     * @throws CredentialsRefused when there is nothing to log in with, or Altegio refuses it
     */
    synchronized String renewed(String refused, Function<Login, Envelope> auth) {
        if (config.login().isEmpty()) {
            throw new CredentialsRefused("Altegio refuses the configured tokens");
        }
        if (refused.equals(userToken)) {
            userToken = logIn(auth);
        }
        return userToken(auth);
    }

    /** Notes that a token was refused although it was fresh. */
    synchronized CredentialsRefused refusedAfresh() {
        return paused("Altegio refuses the configured credentials, also after a fresh log-in");
    }

    private String logIn(Function<Login, Envelope> auth) {
        if (clock.instant().isBefore(pausedUntil)) {
            throw new CredentialsRefused(refusal);
        }
        return Row.of(authenticate(auth).data()).map(user -> user.text("user_token")).filter(token -> !token.isBlank())
                .orElseThrow(() -> paused("Altegio wants a second factor for the configured login: configure a user token instead"));
    }

    private Envelope authenticate(Function<Login, Envelope> auth) {
        try {
            return auth.apply(new Login(config.login().orElseThrow(), config.password().orElseThrow()));
        } catch (NotFound e) {
            throw new Unreadable("there is no log-in at the configured address").beforeSending();
        } catch (Refused | Denied | CredentialsRefused e) {
            throw paused("Altegio refuses the configured login");
        }
    }

    private CredentialsRefused paused(String reason) {
        refusal = reason;
        pausedUntil = clock.instant().plus(PAUSE);
        return new CredentialsRefused(reason);
    }
}
