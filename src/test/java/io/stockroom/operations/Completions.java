package io.stockroom.operations;

import io.stockroom.operations.Ledger.Completion;

/** Completions of keys whose operation is document 456. */
final class Completions {

    static final String BRIEF = "{\"document\":{\"id\":456}}";

    private Completions() {
    }

    static Completion of(String response) {
        return new Completion(response, BRIEF, 456L);
    }
}
