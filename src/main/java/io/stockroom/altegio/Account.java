package io.stockroom.altegio;

import java.util.Set;

/**
 * One Altegio user. Its session, and the pause after a login that failed, are its own. The rate limit is Altegio's limit for an IP
 * address, and an outage concerns everyone, so that {@link RateLimiter} and {@link AltegioCircuitBreaker} are those of the process.
 */
public final class Account {

    private final Session session;
    private final Credentials credentials;
    private volatile AccountCredentials current;

    Account(AccountCredentials account, Session session) {
        this.session = session;
        this.credentials = new Credentials(account);
        this.current = account;
    }

    /** Returns the name for messages; empty for the account of all other locations. */
    public String name() {
        return current.name();
    }

    /** Returns the locations that are configured for it; none for the account of all other locations. */
    public Set<Long> locations() {
        return current.locations();
    }

    Session session() {
        return session;
    }

    Credentials credentials() {
        return credentials;
    }

    void update(AccountCredentials changed) {
        if (!changed.equals(current)) {
            current = changed;
            credentials.update(changed);
        }
    }
}
