package io.stockroom.api;

import org.junit.jupiter.api.extension.RegisterExtension;

class FaultsIT extends FaultsContract {

    @RegisterExtension
    static final PackagedStack STACK = new PackagedStack();
}
