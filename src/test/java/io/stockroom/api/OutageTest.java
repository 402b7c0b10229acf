package io.stockroom.api;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.stockroom.Slow;

@Slow
@QuarkusTest
@TestProfile(CircuitBreakerEnabled.class)
@QuarkusTestResource(SandboxResource.class)
class OutageTest extends OutageContract {
}
