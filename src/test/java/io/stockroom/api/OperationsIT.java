package io.stockroom.api;

import org.junit.jupiter.api.extension.RegisterExtension;

class OperationsIT extends OperationsContract {

    @RegisterExtension
    static final PackagedStack STACK = new PackagedStack();
}
