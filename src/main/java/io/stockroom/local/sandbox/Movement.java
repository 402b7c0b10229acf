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

    /** Returns this transaction with what a person entered anew: the amount as in requests, without a sign. */
    public Movement with(BigDecimal amount, BigDecimal cost, String comment, Instant change) {
        SandboxOperation.Price price = new SandboxOperation.Price(line.price().perUnit(), line.price().discount(), cost);
        return new Movement(id, documentId, type, storageId, created, change, new SandboxOperation.Line(line.goodId(), amount, price,
                line.unitType(), line.parties(), comment, line.specialNumber(), line.paidTo()));
    }
}
