package io.stockroom.lists;

/** Thrown when a single row exceeds Lambda's limit for a response. */
final class RowTooLargeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Long id;

    RowTooLargeException(Long id) {
        this.id = id;
    }

    /** Returns null if Altegio sent none. */
    Long id() {
        return id;
    }
}
