package io.stockroom.api;

import org.junit.jupiter.api.extension.RegisterExtension;

class StoragesIT extends StoragesContract {

    @RegisterExtension
    static final PackagedStack STACK = new PackagedStack();
}
