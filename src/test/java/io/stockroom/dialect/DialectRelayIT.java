package io.stockroom.dialect;

import org.junit.jupiter.api.extension.RegisterExtension;

class DialectRelayIT extends RelayContract {

    @RegisterExtension
    static final RecordedStack STACK = new RecordedStack();
}
