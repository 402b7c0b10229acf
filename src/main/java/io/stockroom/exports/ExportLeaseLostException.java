package io.stockroom.exports;

/** Thrown when another run has claimed the location, because this one did not renew its claim in time. Nothing was written since. */
final class ExportLeaseLostException extends RuntimeException {

    ExportLeaseLostException(long location) {
        super("Another run has taken over location " + location);
    }
}
