package io.stockroom.transactions;

/** A format of the response, written row by row, so that only what is sent is kept in memory. Used by several threads. */
interface Format {

    /** Returns the media type with its parameters, as in {@code Content-Type}. */
    String mediaType();

    /** Returns the bytes before the first row. */
    byte[] head();

    byte[] row(Transaction transaction);

    /** Returns the bytes between two rows. */
    byte[] between();

    /** Returns the bytes after the last row. */
    byte[] tail(SearchMeta meta);
}
