package io.stockroom.shops;

/**
 * A good of Altegio.
 *
 * @param code the article or the barcode by which it was found, as Altegio has it
 */
record FoundGood(long id, String title, String code) {
}
