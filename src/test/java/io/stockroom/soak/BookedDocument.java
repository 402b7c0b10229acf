package io.stockroom.soak;

/**
 * A document that exists.
 *
 * @param lines how many it has
 */
record BookedDocument(long id, int lines) {
}
