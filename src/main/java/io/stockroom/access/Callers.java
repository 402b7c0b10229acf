package io.stockroom.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** The configured callers. Nothing in memory here is a key: they are known by their hashes. */
@ApplicationScoped
public class Callers {

    private final List<CallerKey> callers;

    Callers(CallersConfig config) {
        this.callers = CallerEntries.of(config).callers();
    }

    public boolean isEmpty() {
        return callers.isEmpty();
    }

    /** Returns the caller with that key. Compares it with all keys, so that the duration does not reveal where the match is. */
    Optional<CallerKey> byKey(String key) {
        Secret given = Secret.of(key);
        CallerKey found = null;
        for (CallerKey caller : callers) {
            if (caller.key().matches(given)) {
                found = caller;
            }
        }
        return Optional.ofNullable(found);
    }
}
