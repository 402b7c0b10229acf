package io.stockroom.local.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;

/**
 * The service's inconsistent formats in one row: its dates, numbers and field names. The row ID determines them, so that
 * a row always looks the same and any twenty consecutive rows contain every variant.
 */
record Dialect(long row) {

    JsonNode id(long id) {
        return row % 5 == 4 ? TextNode.valueOf(Long.toString(id)) : LongNode.valueOf(id);
    }

    JsonNode money(BigDecimal money) {
        BigDecimal cents = money.scale() < 2 ? money.setScale(2, RoundingMode.UNNECESSARY) : money;
        return row % 2 == 1 ? TextNode.valueOf(cents.toPlainString()) : DecimalNode.valueOf(money);
    }

    JsonNode amount(BigDecimal amount) {
        return row % 4 == 3 ? TextNode.valueOf(amount.toPlainString()) : DecimalNode.valueOf(amount);
    }

    JsonNode date(Instant date) {
        return TextNode.valueOf(Dates.write(date, row));
    }

    /** The documentation's example has the plural for a single client. */
    String clientField() {
        return row % 2 == 0 ? "client" : "clients";
    }
}
