package io.stockroom.api;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(SmallResponses.class)
@QuarkusTestResource(SandboxResource.class)
class GoodsTest extends GoodsContract {
}
