package io.stockroom.api;

import org.junit.jupiter.api.extension.RegisterExtension;

class IdempotencyIT extends IdempotencyContract {

    @RegisterExtension
    static final PackagedStack STACK = new PackagedStack();
}
