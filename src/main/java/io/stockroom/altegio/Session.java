package io.stockroom.altegio;

import io.stockroom.altegio.AltegioException.AccessDeniedException;
import io.stockroom.altegio.AltegioException.CredentialsRejectedException;
import io.stockroom.altegio.AltegioException.InvalidResponseException;
import io.stockroom.altegio.AltegioException.NotFoundException;
import io.stockroom.altegio.AltegioException.RejectedException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/**
 * The user token, kept for the life of the process. V1 documents no lifetime for it, so it is renewed only when Altegio rejects it.
 * Callers whose token is rejected at the same time wait for one login and share it.
 */
@ApplicationScoped
class Session {

    /** The pause after a failed login: each further one may lock the account, or send its owner a code by SMS. */
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final AltegioConfig config;
    private final Clock clock;
    private String userToken;
    private String rejection;
    private Instant pausedUntil = Instant.MIN;

    Session(AltegioConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
        this.userToken = config.userToken().orElse(null);
    }

    /** Returns the token to send, after a login if there is none yet. */
    synchronized String userToken(Function<Login, Envelope> auth) {
        if (userToken == null) {
            userToken = logIn(auth);
        }
        return userToken;
    }

    /**
     * Returns a token other than the rejected one: from a new login, unless another caller has renewed it meanwhile.
     *
     * @throws CredentialsRejectedException if no login is configured, or if Altegio rejects it
     */
    synchronized String renewed(String rejected, Function<Login, Envelope> auth) {
        if (config.login().isEmpty()) {
            throw new CredentialsRejectedException("Altegio rejected the configured tokens");
        }
        if (rejected.equals(userToken)) {
            userToken = logIn(auth);
        }
        return userToken(auth);
    }

    /** Records that Altegio rejected a new token. */
    synchronized CredentialsRejectedException rejectedAfterLogin() {
        return paused("Altegio rejected the configured credentials even after a new login");
    }

    private String logIn(Function<Login, Envelope> auth) {
        if (clock.instant().isBefore(pausedUntil)) {
            throw new CredentialsRejectedException(rejection);
        }
        return AltegioObject.of(authenticate(auth).data()).map(user -> user.takeText("user_token")).filter(token -> !token.isBlank())
                .orElseThrow(() -> paused("The configured login requires two-factor authentication; configure a user token instead"));
    }

    private Envelope authenticate(Function<Login, Envelope> auth) {
        try {
            return auth.apply(new Login(config.login().orElseThrow(), config.password().orElseThrow()));
        } catch (NotFoundException e) {
            throw new InvalidResponseException("no login endpoint at the configured URL").beforeSending();
        } catch (RejectedException | AccessDeniedException | CredentialsRejectedException e) {
            throw paused("Altegio rejected the configured login");
        }
    }

    private CredentialsRejectedException paused(String reason) {
        rejection = reason;
        pausedUntil = clock.instant().plus(PAUSE);
        return new CredentialsRejectedException(reason);
    }
}
