package io.stockroom.api;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@QuarkusTestResource(SandboxResource.class)
class RawRequestsTest extends RawRequestsContract {
}
