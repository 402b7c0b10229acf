package io.stockroom.config;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.stockroom.altegio.AltegioConfig;
import io.stockroom.transactions.SearchConfig;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigCheckTest {

    private static final String FUNCTIONS = String.join(", ", ConfigCheck.FUNCTIONS);

    private final Map<String, String> values = new HashMap<>(Map.of("altegio.url", "https://api.alteg.io/api/v1",
            "altegio.partner-token", "secret-partner", "altegio.user-token", "secret-user", "stockroom.function", "list-storages"));

    @Test
    void aUserTokenIsEnough() {
        assertDoesNotThrow(this::config);
    }

    @Test
    void aLoginIsEnough() {
        values.remove("altegio.user-token");
        values.putAll(Map.of("altegio.login", "me", "altegio.password", "secret-password"));

        assertDoesNotThrow(this::config);
    }

    @Test
    void everythingMissingIsNamedAtOnceInOneSentence() {
        values.keySet().removeAll(Set.of("altegio.partner-token", "altegio.user-token"));
        values.put("altegio.url", "api.alteg.io");

        assertEquals("Stockroom can't start: ALTEGIO_URL must be an http or https address; ALTEGIO_PARTNER_TOKEN is missing;"
                + " ALTEGIO_USER_TOKEN, or ALTEGIO_LOGIN and ALTEGIO_PASSWORD, is missing.", complaint());
    }

    @ParameterizedTest
    @CsvSource({"altegio.login,secret-login", "altegio.password,secret-password"})
    void aLoginAndItsPasswordGoTogetherAndAreNotShown(String name, String value) {
        values.put(name, value);

        assertEquals("Stockroom can't start: ALTEGIO_LOGIN and ALTEGIO_PASSWORD go together, and one of them is missing.", complaint());
    }

    @ParameterizedTest
    @CsvSource({"nope", "''"})
    void anUnknownFunctionIsToldWhichThereAre(String name) {
        values.put("stockroom.function", name);

        assertEquals("Stockroom can't start: QUARKUS_LAMBDA_HANDLER must be one of " + FUNCTIONS + ".",
                complaint());
    }

    @Test
    void theOtherFunctionsStartWithoutSecretsAndQueues() {
        for (String name : List.of("list-storages", "search-transactions", "create-operation")) {
            values.put("stockroom.function", name);
            assertDoesNotThrow(this::config);
        }
    }

    @Test
    void theDoorForWebhooksNeedsItsQueueAndASecret() {
        values.put("stockroom.function", "receive-webhook");

        assertEquals("Stockroom can't start: STOCKROOM_WEBHOOKS_QUEUE_URL must be a queue's URL; STOCKROOM_WEBHOOKS_SECRETS is missing.",
                complaint());
        values.putAll(Map.of("stockroom.webhooks.queue-url", "https://sqs.eu-central-1.amazonaws.com/123456789012/queue",
                "stockroom.webhooks.secrets", "whsec_c3RvY2tyb29tLXNhbmRib3gtc2VjcmV0"));
        assertDoesNotThrow(this::config);
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret", "whsec_secret", "whsec_c2VjcmV0", "whsec_!secret!",
            "whsec_c3RvY2tyb29tLXNhbmRib3gtc2VjcmV0,secret"})
    void aSecretThatIsNoneIsNotShown(String secrets) {
        values.putAll(Map.of("stockroom.function", "receive-webhook", "stockroom.webhooks.queue-url", "https://example.org/queue",
                "stockroom.webhooks.secrets", secrets));

        assertEquals("Stockroom can't start: STOCKROOM_WEBHOOKS_SECRETS must be whsec_ and the Base64 of 24 to 64 bytes,"
                + " several separated by commas.", complaint());
    }

    @Test
    void theFunctionBehindTheQueueNeedsBothQueues() {
        values.putAll(Map.of("stockroom.function", "apply-webhook", "stockroom.webhooks.queue-url", "Queue",
                "stockroom.webhooks.first-wait", "PT1H"));

        assertEquals("Stockroom can't start: STOCKROOM_WEBHOOKS_QUEUE_URL must be a queue's URL;"
                + " STOCKROOM_WEBHOOKS_DEAD_LETTER_QUEUE_URL must be a queue's URL; STOCKROOM_WEBHOOKS_FIRST_WAIT must be at least a"
                + " second, and STOCKROOM_WEBHOOKS_LONGEST_WAIT no shorter.", complaint());
    }

    @ParameterizedTest
    @CsvSource({"altegio.partner-token,ALTEGIO_PARTNER_TOKEN", "altegio.user-token,ALTEGIO_USER_TOKEN"})
    void aTokenThatNoHeaderCarriesIsNamedAndNotShown(String name, String variable) {
        values.put(name, "secret\n");

        assertEquals("Stockroom can't start: " + variable + " has a character that no header may carry.", complaint());
    }

    @ParameterizedTest
    @CsvSource({"altegio.locations,'1,-2',ALTEGIO_LOCATIONS must be positive numbers",
            "altegio.default-master-id,0,ALTEGIO_DEFAULT_MASTER_ID must be a positive number",
            "altegio.timeout,PT0S,ALTEGIO_TIMEOUT must be a positive duration",
            "altegio.rate.per-second,-1,ALTEGIO_RATE_PER_SECOND must be 0 to 1000",
            "altegio.rate.per-minute,1000000,ALTEGIO_RATE_PER_MINUTE must be 0 to 60000",
            "altegio.rate.margin,PT-1S,ALTEGIO_RATE_MARGIN must be PT0S to PT1M",
            "altegio.retry.attempts,0,ALTEGIO_RETRY_ATTEMPTS must be 1 to 10",
            "altegio.retry.first-delay,PT-1S,ALTEGIO_RETRY_FIRST_DELAY must be PT0S to PT1M",
            "altegio.retry.longest-delay,PT1H,ALTEGIO_RETRY_LONGEST_DELAY must be PT0S to PT1M",
            "altegio.breaker.failures,101,ALTEGIO_BREAKER_FAILURES must be 0 to 100",
            "altegio.breaker.calls,0,ALTEGIO_BREAKER_CALLS must be 1 to 1000",
            "altegio.breaker.window,PT0.5S,ALTEGIO_BREAKER_WINDOW must be PT1S to PT1H",
            "altegio.breaker.rest,PT0S,ALTEGIO_BREAKER_REST must be PT1S to PT1H",
            "stockroom.search.page-size,1001,STOCKROOM_SEARCH_PAGE_SIZE must be 1 to 1000",
            "stockroom.search.fetch-ahead,0,STOCKROOM_SEARCH_FETCH_AHEAD must be 1 to 50",
            "stockroom.search.answer-size,6291556,STOCKROOM_SEARCH_ANSWER_SIZE must be 1000 to 6225920",
            "stockroom.search.reserve,PT-1S,STOCKROOM_SEARCH_RESERVE must not be negative"})
    void valuesThatMakeNoSenseAreNamed(String name, String value, String complaint) {
        values.put(name, value);

        assertEquals("Stockroom can't start: " + complaint + ".", complaint());
    }

    @Test
    void theConfigurationPrintsNoSecret() {
        assertFalse(config().toString().contains("secret"));
    }

    private String complaint() {
        ConfigValidationException refused = assertThrows(ConfigValidationException.class, this::config);
        assertEquals(1, refused.getProblemCount());
        return refused.getProblem(0).getMessage();
    }

    private AltegioConfig config() {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder();
        new ConfigCheck().configBuilder(builder);
        return builder.withMapping(FunctionConfig.class).withMapping(AltegioConfig.class).withMapping(SearchConfig.class)
                .withSources(new PropertiesConfigSource(values, "test", 100)).build().getConfigMapping(AltegioConfig.class);
    }
}
