package io.stockroom.api;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;

class OutageIT extends OutageContract {

    @RegisterExtension
    static final PackagedStack STACK = PackagedStack.with(new BreakerOn().getConfigOverrides());

    @Override
    URI api() {
        return STACK.api();
    }

    @Override
    String sandbox() {
        return STACK.sandbox();
    }
}
