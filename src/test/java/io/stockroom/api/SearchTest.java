package io.stockroom.api;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

@QuarkusTest
@TestProfile(SearchTest.SmallAnswers.class)
@QuarkusTestResource(SandboxResource.class)
class SearchTest extends SearchContract {

    @TestHTTPResource
    URI api;

    @ConfigProperty(name = "sandbox.root")
    String sandbox;

    @Override
    URI api() {
        return api;
    }

    @Override
    String sandbox() {
        return sandbox;
    }

    public static class SmallAnswers implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("stockroom.search.answer-size", String.valueOf(ANSWER_SIZE),
                    "stockroom.search.page-size", String.valueOf(PAGE_SIZE), "altegio.timeout", TIMEOUT);
        }
    }
}
