package io.stockroom.dialect;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(value = RecordingAltegio.class, restrictToAnnotatedClass = true)
class DialectBookingTest extends DialectBookingContract {
}
