package io.stockroom.config;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Signing secrets that are bound to a location are validated at startup, and never shown. */
class BoundSecretConfigTest {

    private static final String SECRET = "whsec_c3RvY2tyb29tLXNhbmRib3gtc2VjcmV0";

    @ParameterizedTest
    @ValueSource(strings = {"4564:" + SECRET, "4564:" + SECRET + ", 4565:" + SECRET, SECRET + ",4564:" + SECRET})
    void bindingsToLocationsAreAccepted(String secrets) {
        assertDoesNotThrow(() -> check(secrets));
    }

    @ParameterizedTest
    @ValueSource(strings = {":" + SECRET, "0:" + SECRET, "x:" + SECRET, "4564:", "4564:secret", SECRET + ":4564", SECRET + ",-1:" + SECRET})
    void otherEntriesStopTheStart(String secrets) {
        String message = assertThrows(ConfigValidationException.class, () -> check(secrets)).getProblem(0).getMessage();

        assertTrue(message.contains("STOCKROOM_WEBHOOKS_SECRETS must"), message);
        assertFalse(message.contains("c3RvY2"), message);
    }

    private static void check(String secrets) {
        new ConfigCheck().validateMapping(FunctionConfig.class, "stockroom", new SmallRyeConfigBuilder().withMapping(FunctionConfig.class)
                .withSources(new PropertiesConfigSource(Map.of("stockroom.function", "receive-webhook", "stockroom.webhooks.queue-url",
                        "https://example.org/queue", "stockroom.webhooks.secrets", secrets), "test", 100))
                .build().getConfigMapping(FunctionConfig.class));
    }
}
