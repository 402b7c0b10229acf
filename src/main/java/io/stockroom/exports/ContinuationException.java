package io.stockroom.exports;

/** Thrown when the next invocation cannot be started. The message is one line and contains no credentials. */
final class ContinuationException extends RuntimeException {

    ContinuationException(String message) {
        super(message);
    }

    ContinuationException(String message, Throwable cause) {
        super(message, cause);
    }
}
