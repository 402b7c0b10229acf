package io.stockroom.exports;

/** Thrown when the state of an export cannot be read or written. */
final class ExportStateException extends RuntimeException {

    ExportStateException(RuntimeException cause) {
        super("The table STOCKROOM_LEDGER_TABLE cannot be used: " + cause.getMessage(), cause);
    }
}
