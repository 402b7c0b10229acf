package io.stockroom.stock;

/** A good of a location. */
record GoodKey(long location, long id) {
}
