package io.stockroom.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.quarkus.arc.ClientProxy;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stockroom.Slow;
import jakarta.inject.Inject;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@Slow
@QuarkusTest
@QuarkusTestResource(value = DynamoDbResource.class, restrictToAnnotatedClass = true)
class DynamoDbLedgerProducerTest {

    private static final Instant LATER = Instant.parse("2100-01-01T00:00:00Z");

    @Inject
    Ledger ledger;

    @Test
    void usesDynamoDbLedgerWithConfiguredTable() {
        assertInstanceOf(DynamoDbLedger.class, ClientProxy.unwrap(ledger));

        IdempotencyKey key = new IdempotencyKey(4564, "shared");
        Claim.Granted claim = assertInstanceOf(Claim.Granted.class, ledger.claim(key, "payload", LATER));
        ledger.complete(claim, Completions.of("done"));
        assertEquals(new Claim.Completed("done"), ledger.claim(key, "payload", LATER));
    }
}
