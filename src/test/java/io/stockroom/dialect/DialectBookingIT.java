package io.stockroom.dialect;

import org.junit.jupiter.api.extension.RegisterExtension;

class DialectBookingIT extends BookingContract {

    @RegisterExtension
    static final RecordedStack STACK = new RecordedStack();
}
