package io.stockroom.shops;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The field of Altegio's goods that the SKUs of a shop are compared with. */
enum GoodCode {
    ARTICLE, BARCODE;

    static Optional<GoodCode> named(String text) {
        return Stream.of(values()).filter(code -> code.field().equals(text)).findFirst();
    }

    /** Returns the name of the field in Altegio's response. */
    String field() {
        return name().toLowerCase(Locale.ROOT);
    }
}
