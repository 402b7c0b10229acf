package io.stockroom.api;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.stockroom.Slow;
import java.util.Map;

@Slow
@QuarkusTest
@QuarkusTestResource(SandboxResource.class)
@TestProfile(AccessTest.WithCallers.class)
class AccessTest extends AccessContract {

    public static class WithCallers implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("stockroom.access.mode", "keys", "stockroom.session.failure-delay", FAILURE_DELAY.toString(),
                    "stockroom.callers.shop.key", SHOP.substring("Bearer ".length()),
                    "stockroom.callers.shop.login", "shop@example.com", "stockroom.callers.shop.password", "pa\\$\\$word \\${☕}",
                    "stockroom.callers.shop.locations", "4564", "stockroom.callers.shop.may", "read,book",
                    "stockroom.callers.till.key", TILL.substring("Bearer ".length()), "stockroom.callers.till.locations", "4564,4565",
                    "stockroom.callers.till.may", "book");
        }
    }
}
