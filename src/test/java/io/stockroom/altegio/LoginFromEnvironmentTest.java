package io.stockroom.altegio;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.stockroom.Slow;
import io.stockroom.config.ConfigCheck;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Passwords and tokens arrive at Altegio byte for byte as they are in the environment. */
@Slow
@QuarkusTest
@QuarkusTestResource(value = WireMockResource.class, restrictToAnnotatedClass = true)
class LoginFromEnvironmentTest extends WireMockAltegio {

    @ParameterizedTest
    @ValueSource(strings = {"pa$$word", "a${b}c", "a\\${b}\\$", "C:\\new\\table", "\"quoted\"", "a,b\\,c", " spaces ", "ключ🎁",
            "${altegio.login}"})
    void sendsOddPasswordsAsTheyAre(String password) throws IOException {
        respondWith("{'success': true, 'data': [], 'meta': []}");

        altegioFromEnvironment(
                Map.of("ALTEGIO_LOGIN", "me$$@example.com", "ALTEGIO_PASSWORD", password, "ALTEGIO_PARTNER_TOKEN", "part$$ner${x}"))
                .storages(17, inTime());

        JsonNode login = new ObjectMapper().readTree(wireMock.findAll(postRequestedFor(urlEqualTo("/api/v1/auth"))).get(0).getBody());
        assertEquals(password, login.get("password").asText());
        assertEquals("me$$@example.com", login.get("login").asText());
        wireMock.verify(getRequestedFor(urlEqualTo("/api/v1/storages/17")).withHeader("Authorization",
                equalTo("Bearer part$$ner${x}, User token")));
    }

    private Altegio altegioFromEnvironment(Map<String, String> environment) {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder();
        new ConfigCheck().configBuilder(builder);
        AltegioConfig config = builder.addDefaultInterceptors().withMapping(AltegioConfig.class)
                .withSources(new EnvConfigSource(environment, 300)).withDefaultValue("altegio.url", "http://localhost").build()
                .getConfigMapping(AltegioConfig.class);
        return AltegioConfigs.altegio(readApi, writeApi, config, clock);
    }
}
