package io.stockroom.api;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stockroom.Slow;

@Slow
@QuarkusTest
@QuarkusTestResource(SandboxResource.class)
class FaultsTest extends FaultsContract {
}
