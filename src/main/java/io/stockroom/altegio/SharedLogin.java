package io.stockroom.altegio;

import io.stockroom.altegio.AltegioException.CredentialsRejectedException;
import io.stockroom.altegio.AltegioException.TimedOutException;
import io.stockroom.invocation.Deadline;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Logs in once for all processes. One process gets a lease and logs in; the others wait for its token. If it dies, the lease ends, and
 * another one logs in. After a login that Altegio rejected, nobody logs in during the pause.
 */
class SharedLogin {

    private static final Logger LOG = Logger.getLogger(SharedLogin.class);

    /** The pause after a failed login: each further one may lock the account, or send its owner a code by SMS. */
    static final Duration PAUSE = Duration.ofMinutes(1);
    /** Longer than a login takes with the default timeout. One that takes longer may happen twice, which does no harm. */
    static final Duration LEASE = Duration.ofSeconds(15);
    private static final int MIN_POLL_MILLIS = 100;
    private static final int MAX_POLL_MILLIS = 300;

    private final SharedTokens tokens;
    private final Clock clock;

    SharedLogin(SharedTokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    /**
     * Returns a token other than the rejected one.
     *
     * @param rejected null if none was rejected
     * @param logIn    logs in; throws {@link CredentialsRejectedException} if Altegio rejects the login
     * @throws TimedOutException if another process has not logged in by the deadline
     */
    String token(AccountCredentials account, String rejected, Supplier<String> logIn, Deadline deadline) {
        SessionCipher cipher = new SessionCipher(account);
        while (true) {
            SharedToken seen = read(cipher.id());
            if (seen == null) {
                return logIn.get();
            }
            Optional<String> shared = cipher.decrypted(seen.token()).filter(token -> !token.equals(rejected));
            if (shared.isPresent()) {
                return shared.get();
            }
            Instant now = clock.instant();
            if (now.isBefore(seen.pausedUntil())) {
                throw new CredentialsRejectedException(seen.rejection());
            }
            SharedToken leased = seen.leased(now.plus(LEASE));
            if (!now.isBefore(seen.leasedUntil()) && replace(cipher.id(), seen, leased)) {
                return renewed(cipher, leased, logIn);
            }
            pause(deadline);
        }
    }

    private String renewed(SessionCipher cipher, SharedToken leased, Supplier<String> logIn) {
        try {
            String token = logIn.get();
            replace(cipher.id(), leased, leased.renewed(cipher.encrypted(token)));
            return token;
        } catch (CredentialsRejectedException e) {
            replace(cipher.id(), leased, leased.paused(e.getMessage(), clock.instant().plus(PAUSE)));
            throw e;
        } catch (RuntimeException e) {
            replace(cipher.id(), leased, leased.released());
            throw e;
        }
    }

    /** Records for all processes that a token of a new login was rejected. */
    void pauseAll(AccountCredentials account, String reason) {
        String id = new SessionCipher(account).id();
        SharedToken seen = read(id);
        if (seen != null) {
            replace(id, seen, seen.paused(reason, clock.instant().plus(PAUSE)));
        }
    }

    /** Returns null if the tokens cannot be reached: then each process logs in for itself. */
    private SharedToken read(String id) {
        try {
            return tokens.read(id);
        } catch (RuntimeException e) {
            LOG.warnf("Shared session unavailable (%s)", e.getClass().getSimpleName());
            return null;
        }
    }

    private boolean replace(String id, SharedToken seen, SharedToken next) {
        try {
            return tokens.replace(id, seen, next);
        } catch (RuntimeException e) {
            LOG.warnf("Shared session unavailable (%s)", e.getClass().getSimpleName());
            return false;
        }
    }

    private static void pause(Deadline deadline) {
        Duration wait = Duration.ofMillis(ThreadLocalRandom.current().nextInt(MIN_POLL_MILLIS, MAX_POLL_MILLIS));
        if (wait.compareTo(deadline.remaining()) >= 0) {
            throw new TimedOutException(true, null);
        }
        try {
            Thread.sleep(wait.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TimedOutException(true, e);
        }
    }
}
