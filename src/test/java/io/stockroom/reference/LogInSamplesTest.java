package io.stockroom.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.stockroom.Slow;
import io.stockroom.api.SandboxResource;
import io.stockroom.reference.ApiDocument.Operation;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Runs the code samples of the log-in with the caller of the document. */
@Slow
@QuarkusTest
@QuarkusTestResource(SandboxResource.class)
@TestProfile(LogInSamplesTest.DocumentedCaller.class)
class LogInSamplesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TestHTTPResource
    URI api;

    public static class DocumentedCaller implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("stockroom.callers.shop.key", "8f3kq0zv5m1x7c2n9b4d", "stockroom.callers.shop.login", "shop@example.com",
                    "stockroom.callers.shop.password", "correct horse battery staple", "stockroom.callers.shop.locations", "4564",
                    "stockroom.callers.shop.may", "read,book");
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void eachSampleGetsTheDocumentedResponse(Language language, @TempDir Path folder) throws Exception {
        assumeTrue(language.isInstalled(folder), () -> language.label + " is not installed");
        Operation logIn = ApiDocument.read().operations().stream().filter(each -> each.id().equals("log-in")).findFirst().orElseThrow();

        String output = language.run(logIn.sample(language.label).replace("8080", String.valueOf(api.getPort())), folder);

        String token = Examples.response(logIn).at("/data/user_token").asText();
        assertEquals(JSON.readTree(Examples.response(logIn).toString()),
                JSON.readTree(output.replaceFirst("\"user_token\":\"[A-Za-z0-9_-]{28}\"", "\"user_token\":\"" + token + "\"")));
    }
}
