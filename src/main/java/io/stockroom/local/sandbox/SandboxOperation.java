package io.stockroom.local.sandbox;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A validated operation: one document with its lines. An ID of 0 means absent. */
public record SandboxOperation(SandboxOperationType type, Instant created, long storageId, String comment, List<Line> lines) {

    SandboxOperation earlier(Duration time) {
        return new SandboxOperation(type, created.minus(time), storageId, comment, lines);
    }

    /** Moves one good. The amount is positive, as in requests; {@code paidTo} is the cash desk, 0 if unpaid. */
    public record Line(long goodId, BigDecimal amount, Price price, int unitType, Parties parties, String comment,
            String specialNumber, long paidTo) {
    }

    /** The price of a line: price per unit, discount in percent, cost of the whole line. */
    public record Price(BigDecimal perUnit, BigDecimal discount, BigDecimal cost) {
    }

    /** The parties of a line. Only seeded lines have a service and a visit record: requests cannot specify them. */
    public record Parties(long masterId, long clientId, long supplierId, long serviceId, long recordId) {
    }
}
