package io.stockroom.altegio;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The sessions of this process alone. */
public final class InMemoryTokens implements SharedTokens {

    private final Map<String, SharedToken> sessions = new ConcurrentHashMap<>();

    @Override
    public SharedToken read(String session) {
        return sessions.getOrDefault(session, SharedToken.NONE);
    }

    @Override
    public synchronized boolean replace(String session, SharedToken seen, SharedToken next) {
        boolean isSame = read(session).version() == seen.version();
        if (isSame) {
            sessions.put(session, next);
        }
        return isSame;
    }
}
