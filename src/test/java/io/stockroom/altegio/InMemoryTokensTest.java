package io.stockroom.altegio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stockroom.invocation.Deadline;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InMemoryTokensTest extends SharedTokensContract {

    private final InMemoryTokens tokens = new InMemoryTokens();

    @Override
    protected SharedTokens tokens() {
        return tokens;
    }

    @Test
    void ifSessionsCannotBeReachedEachProcessLogsIn() {
        SharedTokens unreachable = new SharedTokens() {
            @Override
            public SharedToken read(String session) {
                throw new IllegalStateException("down");
            }

            @Override
            public boolean replace(String session, SharedToken seen, SharedToken next) {
                throw new IllegalStateException("down");
            }
        };
        AccountCredentials account = new AccountCredentials("", Set.of(), "partner", Optional.empty(), Optional.of("me"),
                Optional.of("password"));

        assertEquals("token", new SharedLogin(unreachable, Clock.systemUTC()).token(account, null, () -> "token",
                Deadline.in(Duration.ofSeconds(5), Clock.systemUTC())));
    }
}
