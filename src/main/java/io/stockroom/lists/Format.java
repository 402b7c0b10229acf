package io.stockroom.lists;

/**
 * A format of the response, written row by row, so that only what is sent is kept in memory. Used by several threads.
 *
 * @param <R> a row of the list
 */
public interface Format<R> {

    /** Returns the media type with its parameters, as in {@code Content-Type}. */
    String mediaType();

    /** Returns the bytes before the first row. */
    byte[] head();

    byte[] row(R row);

    /** Returns the bytes between two rows. */
    byte[] between();

    /**
     * Returns the bytes after the last row.
     *
     * @param meta the metadata of the response, for the formats that have a place for it
     */
    byte[] tail(Object meta);
}
