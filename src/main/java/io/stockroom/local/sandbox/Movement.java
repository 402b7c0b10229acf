package io.stockroom.local.sandbox;

import java.math.BigDecimal;
import java.time.Instant;

/** One goods transaction: a line of a booked document. */
public record Movement(long id, long documentId, SandboxOperationType type, long storageId, Instant created,
        Instant changed, SandboxOperation.Line line) {

    /** Returns the signed amount, as Altegio stores it: negative if goods leave the storage. The cost stays positive. */
    public BigDecimal amount() {
        return type.signed(line.amount());
    }

    public long goodId() {
        return line.goodId();
    }
}
