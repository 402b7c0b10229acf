package io.stockroom.local.sandbox;

import java.math.BigDecimal;
import java.time.Instant;

/** One payment at a cash desk: positive for a sale, negative for a receipt of goods. */
public record Payment(long id, long documentId, long accountId, BigDecimal amount, Instant date,
        long clientId, long supplierId) {
}
