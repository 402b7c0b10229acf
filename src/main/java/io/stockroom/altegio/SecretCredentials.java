package io.stockroom.altegio;

import io.stockroom.altegio.AltegioException.UnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;

/**
 * The accounts in secrets that are read when they are first needed, and again after an hour, or when Altegio rejects a user token. If they
 * cannot be read again, those that were read before are kept.
 */
final class SecretCredentials implements CredentialsStore {

    private static final Logger LOG = Logger.getLogger(SecretCredentials.class);

    private static final Duration MAX_AGE = Duration.ofHours(1);
    /** Between two readings because of one account: a dead token must not make each request read the secret. */
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final List<String> names;
    private final SecretReader reader;
    private final Clock clock;
    private final ReentrantLock reading = new ReentrantLock();
    private final Map<String, Instant> rejections = new HashMap<>();
    private volatile List<AccountCredentials> accounts;
    private volatile Instant nextReading = Instant.MIN;

    SecretCredentials(List<String> names, SecretReader reader, Clock clock) {
        this.names = names;
        this.reader = reader;
        this.clock = clock;
    }

    @Override
    public List<AccountCredentials> accounts() {
        if (accounts == null) {
            readFirst();
        } else if (!clock.instant().isBefore(nextReading) && reading.tryLock()) {
            try {
                readAgain();
            } finally {
                reading.unlock();
            }
        }
        return accounts;
    }

    @Override
    public List<AccountCredentials> accountsAfterRejection(String account) {
        reading.lock();
        try {
            Instant now = clock.instant();
            Instant last = rejections.get(account);
            if (last == null || !now.isBefore(last.plus(PAUSE))) {
                rejections.put(account, now);
                readAgain();
            }
            return accounts;
        } finally {
            reading.unlock();
        }
    }

    private void readFirst() {
        reading.lock();
        try {
            if (accounts == null) {
                accounts = read();
                nextReading = clock.instant().plus(MAX_AGE);
            }
        } finally {
            reading.unlock();
        }
    }

    private void readAgain() {
        try {
            List<AccountCredentials> current = read();
            if (!current.equals(accounts)) {
                accounts = current;
            }
            nextReading = clock.instant().plus(MAX_AGE);
        } catch (UnavailableException e) {
            nextReading = clock.instant().plus(PAUSE);
        }
    }

    private List<AccountCredentials> read() {
        try {
            return SecretAccounts.of(names.stream().map(reader::read).toList());
        } catch (RuntimeException e) {
            LOG.warnf("The credentials could not be read: %s", e.getMessage());
            throw new UnavailableException("The credentials could not be read from Secrets Manager", true, e);
        }
    }
}
