package io.stockroom.local.sandbox;

import java.math.BigDecimal;
import java.time.Instant;

/** One goods transaction: a line as it stands in a document. */
public record Movement(long id, long documentId, Type type, long storageId, Instant created,
        Instant changed, Operation.Line line) {

    /** Signed, as Altegio stores it: negative where goods leave the storage. The cost stays positive. */
    public BigDecimal amount() {
        return type.signed(line.amount());
    }

    public long goodId() {
        return line.goodId();
    }
}
