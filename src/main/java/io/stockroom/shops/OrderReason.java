package io.stockroom.shops;

import java.util.Locale;

/** Why an order, or a refund, waits for a person. docs/shops.md says what to do about each. */
enum OrderReason {
    UNKNOWN_SKU("Unknown SKU"),
    AMBIGUOUS_SKU("Ambiguous SKU"),
    OTHER_CURRENCY("Other currency"),
    GOODS_COME_BACK("Goods come back"),
    NOT_A_SALE("Not a sale"),
    REJECTED("Rejected by Altegio"),
    ORDER_CHANGED("Order changed"),
    ORDER_TOO_LARGE("Order too large"),
    ORDER_TOO_OLD("Order too old"),
    INVALID_ORDER("Invalid order"),
    UNKNOWN_SHOP("Unknown shop");

    private final String title;

    OrderReason(String title) {
        this.title = title;
    }

    /** Returns the reason as the dead letter has it. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String title() {
        return title;
    }
}
