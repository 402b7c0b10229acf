package io.stockroom.api;

import io.stockroom.Slow;
import org.junit.jupiter.api.extension.RegisterExtension;

@Slow
class IdempotencyIT extends IdempotencyContract {

    @RegisterExtension
    static final PackagedStack STACK = new PackagedStack();
}
