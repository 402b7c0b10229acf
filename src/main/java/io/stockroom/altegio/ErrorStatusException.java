package io.stockroom.altegio;

/** Carries a response with an error status from the HTTP client to {@link AltegioTransport}, which maps it. */
final class ErrorStatusException extends RuntimeException {

    private final transient RawResponse response;

    ErrorStatusException(RawResponse response) {
        super("Status " + response.status(), null, false, false);
        this.response = response;
    }

    RawResponse response() {
        return response;
    }
}
