package io.stockroom.shops;

import java.util.Locale;

/**
 * A good of Altegio.
 *
 * @param code the article or the barcode by which it was found, as Altegio has it
 */
record FoundGood(long id, String title, String code) {

    /** Returns the code in the form in which codes are compared: neither case nor blanks around it count. */
    static String comparable(String code) {
        return code.strip().toLowerCase(Locale.ROOT);
    }
}
