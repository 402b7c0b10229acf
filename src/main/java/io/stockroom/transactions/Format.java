package io.stockroom.transactions;

/** How an answer is written: row by row, so that no more of it is kept than what is sent. Used by several threads. */
interface Format {

    /** With its parameters, as in {@code Content-Type}. */
    String mediaType();

    /** What comes before the first row. */
    byte[] head();

    byte[] row(Transaction transaction);

    /** What comes between two rows. */
    byte[] between();

    /** What comes behind the last row. */
    byte[] tail(Meta meta);
}
