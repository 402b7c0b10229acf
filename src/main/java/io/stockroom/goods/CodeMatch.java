package io.stockroom.goods;

import java.util.Locale;

/** How articles and barcodes are compared. Blanks around them never count, because people who type them do not see those. */
public enum CodeMatch {
    EXACT, IGNORING_CASE;

    /** Returns the form in which codes are compared: those that match have the same. */
    String key(String code) {
        return this == EXACT ? code.strip() : code.strip().toLowerCase(Locale.ROOT);
    }
}
