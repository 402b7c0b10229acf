package io.stockroom.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.quarkus.arc.ClientProxy;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@QuarkusTest
class LedgerProducerTest {

    @Inject
    Ledger ledger;

    @Test
    void usesInMemoryLedgerWithoutTable() {
        assertInstanceOf(InMemoryLedger.class, ClientProxy.unwrap(ledger));

        IdempotencyKey key = new IdempotencyKey(4564, "own");
        Claim.Granted claim = assertInstanceOf(Claim.Granted.class, ledger.claim(key, "payload", Instant.MAX));
        ledger.complete(claim, Completions.of("done"));
        assertEquals(new Claim.Completed("done"), ledger.claim(key, "payload", Instant.MAX));
    }
}
