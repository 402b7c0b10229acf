package io.stockroom.local.sandbox;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** An operation to book, already checked: one document with its lines. An id of 0 means that there is none. */
public record Operation(Type type, Instant created, long storageId, String comment, List<Line> lines) {

    Operation earlier(Duration time) {
        return new Operation(type, created.minus(time), storageId, comment, lines);
    }

    /** One good moved. The amount is positive, as in requests; {@code paidTo} is the cash desk, 0 where unpaid. */
    public record Line(long goodId, BigDecimal amount, Price price, int unitType, Parties parties, String comment,
            String specialNumber, long paidTo) {
    }

    /** What a line costs: the discount in percent, the cost for the whole line. */
    public record Price(BigDecimal perUnit, BigDecimal discount, BigDecimal cost) {
    }

    /** Who and what a line concerns. Only seeded lines have a service and a visit record: requests cannot name them. */
    public record Parties(long masterId, long clientId, long supplierId, long serviceId, long recordId) {
    }
}
