package io.stockroom.dialect;

import io.stockroom.Slow;
import org.junit.jupiter.api.extension.RegisterExtension;

@Slow
class DialectRelayIT extends RelayContract {

    @RegisterExtension
    static final RecordedStack STACK = new RecordedStack();
}
