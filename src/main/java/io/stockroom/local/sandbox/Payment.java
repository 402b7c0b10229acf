package io.stockroom.local.sandbox;

import java.math.BigDecimal;
import java.time.Instant;

/** One movement of money on a cash desk: positive for a sale, negative for goods bought. */
public record Payment(long id, long documentId, long accountId, BigDecimal amount, Instant date,
        long clientId, long supplierId) {
}
