package io.stockroom.api;

import io.stockroom.Slow;
import org.junit.jupiter.api.extension.RegisterExtension;

@Slow
class FaultsIT extends FaultsContract {

    @RegisterExtension
    static final PackagedStack STACK = new PackagedStack();
}
