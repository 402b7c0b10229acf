package io.stockroom.local.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.stockroom.local.sandbox.Catalog.Good;
import java.math.BigDecimal;
import java.util.Map;

/** Writes the goods of a location as the service does, with the kinds of articles and barcodes that people enter. */
record SandboxGoods(Location location) {

    private static final long SHARED_ARTICLE = 3005;
    private static final long ALSO_SHARED_ARTICLE = 3006;
    private static final long NUMBER = 3007;
    private static final long BLANKS = 3008;
    private static final long LEADING_ZEROS = 3009;
    private static final long CYRILLIC = 3010;
    private static final long GIFT_CARD = 3012;
    private static final long OTHER_GIFT_CARD = 3013;
    private static final long COMMA = 3014;
    private static final long NO_CODES = 3015;

    private static final BigDecimal MILLILITERS = BigDecimal.valueOf(250);

    /** Returns the article; empty for a good without one. */
    static String article(long goodId) {
        if (goodId == SHARED_ARTICLE || goodId == ALSO_SHARED_ARTICLE) {
            return "SR-" + SHARED_ARTICLE;
        }
        if (goodId == NUMBER) {
            return "300700";
        }
        if (goodId == BLANKS) {
            return "  SR-" + BLANKS + " ";
        }
        if (goodId == LEADING_ZEROS) {
            return "003009";
        }
        if (goodId == CYRILLIC) {
            return "ЛАК-" + CYRILLIC;
        }
        if (goodId == COMMA) {
            return "SR-" + COMMA + ",A";
        }
        return goodId == NO_CODES ? "" : "SR-" + goodId;
    }

    static String barcode(long goodId) {
        if (goodId == LEADING_ZEROS) {
            return "0000003009";
        }
        return goodId == NO_CODES ? "" : "380000000" + goodId;
    }

    /** Returns the row of a list. */
    ObjectNode row(Good good) {
        Dialect dialect = new Dialect(good.id());
        String article = location.article(good.id());
        ObjectNode row = Json.object()
                .put("good_id", good.id())
                .put("title", good.title())
                .put("value", good.title())
                .put("label", good.title());
        row.set("article", good.id() == NUMBER ? number(article) : TextNode.valueOf(article));
        row.set("barcode", good.id() % 6 == 0 ? number(barcode(good.id())) : TextNode.valueOf(barcode(good.id())));
        row.put("category", "Category " + good.categoryId());
        row.set("category_id", dialect.id(good.categoryId()));
        row.set("cost", dialect.money(good.price()));
        row.set("actual_cost", dialect.money(good.price().movePointLeft(1)));
        row.put("unit_id", good.unitId()).put("unit_short_title", Catalog.UNITS.get(good.unitId()).shortTitle());
        row.put("service_unit_id", 2).put("service_unit_short_title", Catalog.UNITS.get(2L).shortTitle());
        row.set("unit_equals", dialect.amount(MILLILITERS));
        row.set("unit_actual_cost", dialect.money(good.price().movePointLeft(3)));
        row.put("critical_amount", 2).put("desired_amount", 24);
        row.set("actual_amounts", Json.array(location.levels(good.id()).entrySet().stream(), level -> level(level, dialect)));
        row.set("last_change_date", dialect.date(location.changed(good.id())));
        row.put("comment", "");
        if (good.id() == GIFT_CARD || good.id() == OTHER_GIFT_CARD) {
            row.set("loyalty_certificate_type", Json.titled(good.id() - 2000, good.title()));
        }
        return row;
    }

    /** Returns the object of a single good, which has more fields. */
    ObjectNode object(Good good) {
        return row(good).put("salon_id", location.id()).put("netto", 0).put("brutto", 0).put("loyalty_allowed", true);
    }

    private static JsonNode level(Map.Entry<Long, BigDecimal> level, Dialect dialect) {
        ObjectNode amount = Json.object().put("storage_id", level.getKey());
        return amount.set("amount", dialect.amount(level.getValue()));
    }

    private static JsonNode number(String digits) {
        return digits.matches("[1-9]\\d{0,17}") ? Json.number(Long.parseLong(digits)) : TextNode.valueOf(digits);
    }
}
