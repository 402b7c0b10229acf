package io.stockroom.dialect;

import io.stockroom.Slow;
import org.junit.jupiter.api.extension.RegisterExtension;

@Slow
class DialectBookingIT extends DialectBookingContract {

    @RegisterExtension
    static final RecordedStack STACK = new RecordedStack();
}
