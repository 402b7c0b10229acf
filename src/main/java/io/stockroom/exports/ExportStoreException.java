package io.stockroom.exports;

/** Thrown when an exported file cannot be stored. The message is one line and contains no credentials. */
final class ExportStoreException extends RuntimeException {

    ExportStoreException(String message) {
        super(message);
    }

    ExportStoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
