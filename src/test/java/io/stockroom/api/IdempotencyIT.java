package io.stockroom.api;

import java.net.URI;
import org.junit.jupiter.api.extension.RegisterExtension;

class IdempotencyIT extends IdempotencyContract {

    @RegisterExtension
    static final PackagedStack STACK = new PackagedStack();

    @Override
    URI api() {
        return STACK.api();
    }

    @Override
    String sandbox() {
        return STACK.sandbox();
    }
}
