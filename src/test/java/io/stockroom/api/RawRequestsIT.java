package io.stockroom.api;

import io.stockroom.Slow;
import org.junit.jupiter.api.extension.RegisterExtension;

@Slow
class RawRequestsIT extends RawRequestsContract {

    @RegisterExtension
    static final PackagedStack STACK = PackagedStack.withQueues();
}
