package io.stockroom.api;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;

@QuarkusTest
@TestProfile(GoodsTest.SmallResponses.class)
@QuarkusTestResource(SandboxResource.class)
class GoodsTest extends GoodsContract {

    public static class SmallResponses implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("stockroom.search.answer-size", String.valueOf(RESPONSE_SIZE));
        }
    }
}
