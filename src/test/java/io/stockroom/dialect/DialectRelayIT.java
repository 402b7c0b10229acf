package io.stockroom.dialect;

import io.stockroom.Slow;
import org.junit.jupiter.api.extension.RegisterExtension;

@Slow
class DialectRelayIT extends DialectRelayContract {

    @RegisterExtension
    static final RecordedStack STACK = new RecordedStack();
}
