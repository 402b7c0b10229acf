package io.stockroom.dialect;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithTestResource(RecordingAltegio.class)
class DialectBookingTest extends DialectBookingContract {
}
