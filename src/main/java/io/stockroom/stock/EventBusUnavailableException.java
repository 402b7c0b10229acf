package io.stockroom.stock;

/** Thrown when the event bus cannot be used. */
public final class EventBusUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EventBusUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
