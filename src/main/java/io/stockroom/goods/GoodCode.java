package io.stockroom.goods;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A field by which goods are looked up. Neither is unique in Altegio. */
public enum GoodCode {
    ARTICLE, BARCODE;

    public static Optional<GoodCode> named(String text) {
        return Stream.of(values()).filter(code -> code.field().equals(text)).findFirst();
    }

    /** Returns the name of the field in Altegio's response, and of the parameter. */
    public String field() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the good's code; null if it has none. */
    public String of(Good good) {
        return this == ARTICLE ? good.article() : good.barcode();
    }
}
