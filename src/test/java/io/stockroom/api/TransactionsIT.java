package io.stockroom.api;

import org.junit.jupiter.api.extension.RegisterExtension;

class TransactionsIT extends TransactionsContract {

    @RegisterExtension
    static final PackagedStack STACK = new PackagedStack();
}
