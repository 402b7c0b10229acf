package io.stockroom.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.stockroom.altegio.AltegioConfig;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Environment variables are taken as they are, with the interceptors that Quarkus uses. */
class LiteralEnvironmentTest {

    private final Map<String, String> environment = new HashMap<>(Map.of("ALTEGIO_PARTNER_TOKEN", "partner", "ALTEGIO_LOGIN", "me",
            "ALTEGIO_PASSWORD", "password", "STOCKROOM_FUNCTION", "list-storages"));

    @ParameterizedTest
    @ValueSource(strings = {"pa$word", "pa$$word", "pa$$$word", "a${b}c", "a$${b}c", "a\\${b}c", "\\$", "\\\\$", "\\\\", "a\\b", "$", "${",
            "${}", "}",
            "${altegio.password}", "${altegio.url}", "${unknown:default}", "${aes::secret}", "a\\,b,c", " a ", "\"a\"", "#a", "$LATEST",
            "ключ🎁$$"})
    void passwordsAndTokensAreTakenAsTheyAre(String value) {
        environment.putAll(Map.of("ALTEGIO_LOGIN", value, "ALTEGIO_PASSWORD", value));

        assertEquals(value, config().getConfigMapping(AltegioConfig.class).password().orElseThrow());
        assertEquals(value, config().getConfigMapping(AltegioConfig.class).login().orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"pa$$word", "a${b}c", "a\\$b", "\\\\$$\\"})
    void tokensAreTakenAsTheyAre(String value) {
        environment.putAll(Map.of("ALTEGIO_PARTNER_TOKEN", value, "ALTEGIO_USER_TOKEN", value));
        AltegioConfig altegio = config().getConfigMapping(AltegioConfig.class);

        assertEquals(value, altegio.partnerToken().orElseThrow());
        assertEquals(value, altegio.userToken().orElseThrow());
    }

    @Test
    void anyTextIsTakenAsItIs() {
        Random random = new Random(17);
        for (int i = 0; i < 2_000; i++) {
            StringBuilder text = new StringBuilder("x");
            for (int length = random.nextInt(12); length > 0; length--) {
                text.append("$\\{}:$,\\a".charAt(random.nextInt(9)));
            }
            environment.put("ALTEGIO_PASSWORD", text.toString());
            assertEquals(text.toString(), config().getValue("altegio.password", String.class));
        }
    }

    @Test
    void aReferenceToAVariableYieldsTheVariableAsItIs() {
        environment.put("ALTEGIO_PASSWORD", "pa$$${b}\\$");

        assertEquals("<pa$$${b}\\$>", config().getValue("test.reference", String.class));
        assertEquals("<default>", config().getValue("test.default", String.class));
        assertEquals("<$$>", config().getValue("test.escaped", String.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"whsec_c3RvY2tyb29tLXNhbmRib3gtc2VjcmV0\\", "whsec_c3RvY2ty\\b29tLXNhbmRib3gtc2VjcmV0",
            "whsec_c3RvY2tyb29tLXNhbmRib3gtc2VjcmV0\\,whsec_c3RvY2tyb29tLXNhbmRib3gtc2VjcmV0", "whsec_${altegio.password}", "whsec_$$"})
    void nothingInAListOfSecretsIsAnEscape(String secrets) {
        environment.putAll(Map.of("STOCKROOM_FUNCTION", "receive-webhook", "STOCKROOM_WEBHOOKS_QUEUE_URL", "https://example.org/queue",
                "STOCKROOM_WEBHOOKS_SECRETS", secrets));

        assertEquals("Invalid configuration: STOCKROOM_WEBHOOKS_SECRETS must be \"whsec_\" followed by 24 to 64 bytes in Base64;"
                + " separate several secrets with commas.",
                assertThrows(ConfigValidationException.class, this::config).getProblem(0).getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"whsec_c3RvY2tyb29tLXNhbmRib3gtc2VjcmV0", "whsec_c3RvY2tyb29tLXNhbmRib3gtc2VjcmV0,",
            " whsec_c3RvY2tyb29tLXNhbmRib3gtc2VjcmV0 , whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"})
    void secretsAreSeparatedByCommas(String secrets) {
        environment.putAll(Map.of("STOCKROOM_FUNCTION", "receive-webhook", "STOCKROOM_WEBHOOKS_QUEUE_URL", "https://example.org/queue",
                "STOCKROOM_WEBHOOKS_SECRETS", secrets));

        assertEquals(secrets, config().getValue("stockroom.webhooks.secrets", String.class));
    }

    private SmallRyeConfig config() {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder();
        new ConfigCheck().configBuilder(builder);
        return builder.addDefaultInterceptors().withMapping(FunctionConfig.class).withMapping(AltegioConfig.class)
                .withSources(new EnvConfigSource(environment, 300),
                        new PropertiesConfigSource(
                                Map.of("altegio.url", "https://api.alteg.io/api/v1", "test.reference", "<${altegio.password}>",
                                        "test.default", "<${unknown:default}>", "test.escaped", "<$$\\$>"),
                                "test", 250))
                .build();
    }
}
