package io.stockroom.config;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.stockroom.altegio.AltegioConfig;
import io.stockroom.http.PublicConfig;
import io.stockroom.lists.SearchConfig;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigCheckTest {

    private static final String TABLE_REQUIRED = "STOCKROOM_LEDGER_TABLE must be the name of a DynamoDB table, or memory for keys that end"
            + " with the process.";
    private static final String FUNCTIONS = String.join(", ", ConfigCheck.FUNCTIONS);

    private final Map<String, String> values = new HashMap<>(Map.of("altegio.url", "https://api.alteg.io/api/v1",
            "altegio.partner-token", "secret-partner", "altegio.user-token", "secret-user", "stockroom.function", "list-storages"));

    @Test
    void userTokenIsSufficient() {
        assertDoesNotThrow(this::config);
    }

    @Test
    void loginIsSufficient() {
        values.remove("altegio.user-token");
        values.putAll(Map.of("altegio.login", "me", "altegio.password", "secret-password"));

        assertDoesNotThrow(this::config);
    }

    @Test
    void reportsAllMissingSettingsInOneSentence() {
        values.keySet().removeAll(Set.of("altegio.partner-token", "altegio.user-token"));
        values.put("altegio.url", "api.alteg.io");

        assertEquals("Invalid configuration: ALTEGIO_URL must be an http or https URL; ALTEGIO_PARTNER_TOKEN is required;"
                + " set ALTEGIO_USER_TOKEN, or both ALTEGIO_LOGIN and ALTEGIO_PASSWORD.", message());
    }

    @ParameterizedTest
    @CsvSource({"altegio.login,secret-login", "altegio.password,secret-password"})
    void requiresLoginAndPasswordTogetherAndShowsNeither(String name, String value) {
        values.put(name, value);

        assertEquals("Invalid configuration: ALTEGIO_LOGIN and ALTEGIO_PASSWORD must be set together.", message());
    }

    @ParameterizedTest
    @CsvSource({"bucket,s3://stock,the name of an S3 bucket", "bucket,Stock,the name of an S3 bucket",
            "bucket,stock/2026,the name of an S3 bucket", "s3-url,minio:9000,an http or https URL",
            "lambda-url,/lambda,an http or https URL", "locations,0,positive whole numbers separated by commas",
            "max-missing-share,2,between 0 and 1"})
    void settingsOfExportsThatMeanNothingStopTheStart(String name, String value, String valid) {
        values.putAll(Map.of("stockroom.function", "check-setup", "stockroom.ledger.table", "memory", "stockroom.exports." + name, value));

        assertEquals("Invalid configuration: STOCKROOM_EXPORTS_" + name.toUpperCase(Locale.ROOT).replace('-', '_') + " must be " + valid
                + ".", message());
    }

    @Test
    void exportsNeedABucketAndATable() {
        values.put("stockroom.function", "export-transactions");

        assertEquals("Invalid configuration: STOCKROOM_LEDGER_TABLE must be the name of a DynamoDB table, or memory for keys that end with"
                + " the process; STOCKROOM_EXPORTS_BUCKET is required.", message());
    }

    @Test
    void settingsOfExportsAreOptional() {
        values.putAll(Map.of("stockroom.function", "check-setup", "stockroom.ledger.table", "memory"));
        assertDoesNotThrow(this::config);

        values.putAll(Map.of("stockroom.exports.bucket", "stock.example.com", "stockroom.exports.s3-url", "http://localhost:9000",
                "stockroom.exports.locations", "4564, 4565"));
        assertDoesNotThrow(this::config);
    }

    @Test
    void namedAccountsAreSufficientWithoutOneOfAllOtherLocations() {
        values.remove("altegio.user-token");
        values.putAll(Map.of("altegio.accounts.north.locations", "17,18", "altegio.accounts.north.user-token", "secret"));

        assertDoesNotThrow(this::config);
    }

    @Test
    void twoAccountsWithOneLocationStopTheStart() {
        values.putAll(Map.of("altegio.accounts.north.locations", "17,18", "altegio.accounts.north.user-token", "secret",
                "altegio.accounts.south.locations", "18", "altegio.accounts.south.user-token", "secret"));

        assertEquals("Invalid configuration: ALTEGIO_ACCOUNTS_NORTH_LOCATIONS and ALTEGIO_ACCOUNTS_SOUTH_LOCATIONS both contain the"
                + " location 18.", message());
    }

    @ParameterizedTest
    @CsvSource({"login,secret,ALTEGIO_ACCOUNTS_NORTH_LOGIN and ALTEGIO_ACCOUNTS_NORTH_PASSWORD must be set together",
            "locations,17,'set ALTEGIO_ACCOUNTS_NORTH_USER_TOKEN, or both ALTEGIO_ACCOUNTS_NORTH_LOGIN and"
                    + " ALTEGIO_ACCOUNTS_NORTH_PASSWORD'",
            "user-token,sec ret,ALTEGIO_ACCOUNTS_NORTH_USER_TOKEN contains characters that are not allowed in an HTTP header"})
    void anAccountThatCannotLogInStopsTheStart(String field, String value, String error) {
        values.put("altegio.accounts.north.locations", "17");
        values.put("altegio.accounts.north." + field, value);

        assertEquals("Invalid configuration: " + error + ".", message());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://example.com", "/stock", "https://example.com/?stage=live"})
    void thePublicUrlMustBeABaseUrl(String url) {
        values.put("stockroom.public.url", url);

        assertEquals("Invalid configuration: STOCKROOM_PUBLIC_URL must be the base URL of the API, such as https://api.example.com/stock.",
                message());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "0", "17,", "-1"})
    void anAccountNeedsLocations(String locations) {
        values.putAll(Map.of("altegio.accounts.north.locations", locations, "altegio.accounts.north.user-token", "secret"));

        assertEquals("Invalid configuration: ALTEGIO_ACCOUNTS_NORTH_LOCATIONS must be positive whole numbers separated by commas.",
                message());
    }

    @Test
    void accountsAreReadFromTheEnvironment() {
        values.clear();
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder();
        new ConfigCheck().configBuilder(builder);

        AltegioConfig config = builder.withMapping(AltegioConfig.class).withSources(new EnvConfigSource(Map.of(
                "ALTEGIO_URL", "https://api.alteg.io/api/v1", "ALTEGIO_PARTNER_TOKEN", "partner", "ALTEGIO_ACCOUNTS_NORTH_LOCATIONS",
                "17,18", "ALTEGIO_ACCOUNTS_NORTH_USER_TOKEN", "token"), 300)).build().getConfigMapping(AltegioConfig.class);

        assertEquals(Set.of("north"), config.accounts().keySet());
        assertEquals("token", config.accounts().get("north").userToken().orElseThrow());
    }

    @Test
    void secretsAreSufficient() {
        values.keySet().removeAll(Set.of("altegio.partner-token", "altegio.user-token"));
        values.put("altegio.secrets", "stockroom/altegio,stockroom/more");
        // As the template and the tests set what is absent.
        values.putAll(Map.of("altegio.login", "", "altegio.password", "", "altegio.secrets-url", "https://vpce-1.example.com"));

        assertDoesNotThrow(this::config);
    }

    /** Nobody is to wonder why a token that was changed in the configuration has no effect. */
    @ParameterizedTest
    @CsvSource({"partner-token,ALTEGIO_PARTNER_TOKEN", "user-token,ALTEGIO_USER_TOKEN", "login,ALTEGIO_LOGIN",
            "password,ALTEGIO_PASSWORD", "accounts.north.locations,ALTEGIO_ACCOUNTS_*", "accounts.north.user-token,ALTEGIO_ACCOUNTS_*"})
    void secretsBesideOtherCredentialsStopTheStart(String name, String variable) {
        values.keySet().removeAll(Set.of("altegio.partner-token", "altegio.user-token"));
        values.putAll(Map.of("altegio.secrets", "stockroom/altegio", "altegio." + name, "17"));

        assertEquals("Invalid configuration: with ALTEGIO_SECRETS, all credentials are in Secrets Manager: remove " + variable + ".",
                message());
    }

    @Test
    void allCredentialsBesideSecretsAreReportedInOneSentence() {
        values.putAll(Map.of("altegio.secrets", "stockroom/altegio", "altegio.login", "secret-login", "altegio.password", "secret",
                "altegio.accounts.north.login", "secret-login"));

        assertEquals("Invalid configuration: with ALTEGIO_SECRETS, all credentials are in Secrets Manager: remove ALTEGIO_PARTNER_TOKEN,"
                + " ALTEGIO_USER_TOKEN, ALTEGIO_LOGIN, ALTEGIO_PASSWORD, ALTEGIO_ACCOUNTS_*.", message());
    }

    @ParameterizedTest
    @CsvSource({"nope", "''"})
    void unknownFunctionIsReportedWithTheKnownOnes(String name) {
        values.put("stockroom.function", name);

        assertEquals("Invalid configuration: QUARKUS_LAMBDA_HANDLER must be one of " + FUNCTIONS + ".",
                message());
    }

    @Test
    void otherFunctionsStartWithoutSecretsAndQueues() {
        for (String name : List.of("list-goods", "list-storages", "search-transactions")) {
            values.put("stockroom.function", name);
            assertDoesNotThrow(this::config);
        }
    }

    @ParameterizedTest
    @CsvSource({"authorize,false", "log-in,false", "receive-webhook,false", "list-storages,true", "search-transactions,true"})
    void onlyFunctionsThatCallAltegioNeedCredentials(String name, boolean isRequired) {
        values.keySet().removeAll(Set.of("altegio.partner-token", "altegio.user-token"));
        values.putAll(Map.of("stockroom.function", name, "altegio.function", name, "stockroom.callers.secret",
                "{\"shop\": {\"key\": \"8f3kq0zv5m1x7c2n9b4d\", \"locations\": 4564, \"may\": \"read\"}}",
                "stockroom.webhooks.secrets", "whsec_c3RvY2tyb29tLXNhbmRib3gtc2VjcmV0",
                "stockroom.webhooks.queue-url", "https://example.org/queue"));

        if (isRequired) {
            assertTrue(message().contains("ALTEGIO_PARTNER_TOKEN is required; set ALTEGIO_USER_TOKEN, or both"), this::message);
        } else {
            assertDoesNotThrow(this::config);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"authorize", "log-in"})
    void theFunctionsThatKnowCallersRequireOne(String name) {
        values.put("stockroom.function", name);

        assertEquals("Invalid configuration: at least one caller must be configured, by STOCKROOM_CALLERS_SECRET or by"
                + " STOCKROOM_CALLERS_<NAME>_KEY, _LOCATIONS and _MAY.", message());
    }

    /** Whatever the function is: the local gateway runs all of them in one process. */
    @ParameterizedTest
    @ValueSource(strings = {"authorize", "log-in", "list-storages", "create-operation"})
    void contradictoryCallersStopTheStart(String name) {
        values.put("stockroom.function", name);
        values.putAll(Map.of("stockroom.callers.shop.key", "secret", "stockroom.callers.shop.may", "read", "stockroom.ledger.table",
                "memory"));

        assertEquals("Invalid configuration: STOCKROOM_CALLERS_SHOP_KEY must have 20 to 200 characters, at least 10 different ones, without"
                + " spaces and commas; STOCKROOM_CALLERS_SHOP_LOCATIONS must be positive whole numbers separated by commas.", message());
    }

    @ParameterizedTest
    @ValueSource(strings = {"key", "KEYS", "open"})
    void anUnknownAccessModeStopsTheStart(String mode) {
        values.put("stockroom.access.mode", mode);

        assertEquals("Invalid configuration: STOCKROOM_ACCESS_MODE must be one of iam, jwt, keys.", message());
    }

    @Test
    void receiveWebhookRequiresItsQueueAndASecret() {
        values.put("stockroom.function", "receive-webhook");

        assertEquals("Invalid configuration: STOCKROOM_WEBHOOKS_QUEUE_URL must be the URL of an SQS queue;"
                + " STOCKROOM_WEBHOOKS_SECRETS is required.",
                message());
        values.putAll(Map.of("stockroom.webhooks.queue-url", "https://sqs.eu-central-1.amazonaws.com/123456789012/queue",
                "stockroom.webhooks.secrets", "whsec_c3RvY2tyb29tLXNhbmRib3gtc2VjcmV0"));
        assertDoesNotThrow(this::config);
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret", "whsec_secret", "whsec_c2VjcmV0", "whsec_!secret!",
            "whsec_c3RvY2tyb29tLXNhbmRib3gtc2VjcmV0,secret"})
    void invalidSecretIsNotShown(String secrets) {
        values.putAll(Map.of("stockroom.function", "receive-webhook", "stockroom.webhooks.queue-url", "https://example.org/queue",
                "stockroom.webhooks.secrets", secrets));

        assertEquals("Invalid configuration: STOCKROOM_WEBHOOKS_SECRETS must be \"whsec_\" followed by 24 to 64 bytes in Base64;"
                + " separate several secrets with commas.", message());
    }

    @Test
    void applyWebhookRequiresBothQueues() {
        values.putAll(Map.of("stockroom.function", "apply-webhook", "stockroom.webhooks.queue-url", "Queue",
                "stockroom.webhooks.base-delay", "PT1H"));

        assertEquals("Invalid configuration: STOCKROOM_WEBHOOKS_QUEUE_URL must be the URL of an SQS queue;"
                + " STOCKROOM_WEBHOOKS_DEAD_LETTER_QUEUE_URL must be the URL of an SQS queue; STOCKROOM_WEBHOOKS_BASE_DELAY must"
                + " not be greater than STOCKROOM_WEBHOOKS_MAX_DELAY; " + TABLE_REQUIRED, message());
    }

    @Test
    void checkSetupNeedsNoQueueButNeverHalfOfThem() {
        values.putAll(Map.of("stockroom.function", "check-setup", "stockroom.ledger.table", "memory"));
        assertDoesNotThrow(this::config);

        values.put("stockroom.webhooks.queue-url", "https://example.org/queue");
        assertEquals("Invalid configuration: STOCKROOM_WEBHOOKS_DEAD_LETTER_QUEUE_URL must be the URL of an SQS queue.", message());
    }

    /** An instance of its own would forget all keys when it ends: that must be wanted. */
    @Test
    void createOperationRequiresATableOrTheExplicitMemory() {
        values.put("stockroom.function", "create-operation");

        assertEquals("Invalid configuration: " + TABLE_REQUIRED, message());
        for (String table : List.of("stockroom-Ledger-1", "memory")) {
            values.put("stockroom.ledger.table", table);
            assertDoesNotThrow(this::config);
        }
    }

    @ParameterizedTest
    @CsvSource({"altegio.partner-token,ALTEGIO_PARTNER_TOKEN", "altegio.user-token,ALTEGIO_USER_TOKEN"})
    void tokenInvalidInHeaderIsNamedAndNotShown(String name, String variable) {
        values.put(name, "secret\n");

        assertEquals("Invalid configuration: " + variable + " contains characters that are not allowed in an HTTP header.", message());
    }

    @ParameterizedTest
    @CsvSource({"altegio.locations,'1,-2',ALTEGIO_LOCATIONS must be positive whole numbers separated by commas",
            "altegio.secrets-url,localhost:4566,ALTEGIO_SECRETS_URL must be an http or https URL",
            "altegio.secrets-url,ftp://example.com,ALTEGIO_SECRETS_URL must be an http or https URL",
            "altegio.default-master-id,0,ALTEGIO_DEFAULT_MASTER_ID must be a positive whole number",
            "altegio.timeout,PT0S,ALTEGIO_TIMEOUT must be between PT0.1S and PT30S",
            "altegio.rate.per-second,-1,ALTEGIO_RATE_PER_SECOND must be between 0 and 1000",
            "altegio.rate.per-minute,1000000,ALTEGIO_RATE_PER_MINUTE must be between 0 and 60000",
            "altegio.rate.margin,PT-1S,ALTEGIO_RATE_MARGIN must be between PT0S and PT1M",
            "altegio.retry.attempts,0,ALTEGIO_RETRY_ATTEMPTS must be between 1 and 10",
            "altegio.retry.base-delay,PT-1S,ALTEGIO_RETRY_BASE_DELAY must be between PT0S and PT1M",
            "altegio.retry.max-delay,PT1H,ALTEGIO_RETRY_MAX_DELAY must be between PT0S and PT1M",
            "altegio.circuit-breaker.failure-rate,101,ALTEGIO_CIRCUIT_BREAKER_FAILURE_RATE must be between 0 and 100",
            "altegio.circuit-breaker.minimum-calls,0,ALTEGIO_CIRCUIT_BREAKER_MINIMUM_CALLS must be between 1 and 1000",
            "altegio.circuit-breaker.window,PT0.5S,ALTEGIO_CIRCUIT_BREAKER_WINDOW must be between PT1S and PT1H",
            "altegio.circuit-breaker.open-duration,PT0S,ALTEGIO_CIRCUIT_BREAKER_OPEN_DURATION must be between PT1S and PT1H",
            "stockroom.search.page-size,1001,STOCKROOM_SEARCH_PAGE_SIZE must be between 1 and 1000",
            "stockroom.search.fetch-ahead-bytes,-1,STOCKROOM_SEARCH_FETCH_AHEAD_BYTES must be between 0 and 10000000000",
            "stockroom.search.fetch-ahead,0,STOCKROOM_SEARCH_FETCH_AHEAD must be between 1 and 50",
            "stockroom.search.answer-size,6291556,STOCKROOM_SEARCH_ANSWER_SIZE must be between 1000 and 6225920",
            "stockroom.search.reserve,PT-1S,STOCKROOM_SEARCH_RESERVE must be between PT0S and PT25S"})
    void reportsInvalidValues(String name, String value, String error) {
        values.put(name, value);

        assertEquals("Invalid configuration: " + error + ".", message());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"secret-short|https://sqs/queue|STOCKROOM_WEBHOOKS_ALTEGIO_TOKENS must be at least 16 letters,"
            + " digits, dots, hyphens, underscores or tildes; separate several tokens with commas",
            "secret-token-of-altegio||STOCKROOM_STOCK_QUEUE_URL must be the URL of an SQS queue"})
    void tokensOfAltegioNeedALengthAndAQueue(String tokens, String queue, String error) {
        values.putAll(Map.of("stockroom.function", "receive-webhook", "stockroom.webhooks.queue-url", "https://sqs/queue",
                "stockroom.webhooks.altegio-tokens", tokens));
        if (queue != null) {
            values.put("stockroom.stock.queue-url", queue);
        }

        assertEquals("Invalid configuration: " + error + ".", message());
    }

    @Test
    void announcingStockNeedsAQueueABusAndTheLedger() {
        values.putAll(Map.of("stockroom.function", "announce-stock", "stockroom.stock.bus-url", "ftp://events"));

        assertEquals("Invalid configuration: STOCKROOM_STOCK_QUEUE_URL must be the URL of an SQS queue; STOCKROOM_STOCK_BUS must be the"
                + " name of an event bus; STOCKROOM_STOCK_BUS_URL must be an http or https URL; " + TABLE_REQUIRED, message());
    }

    @Test
    void ownBookingsNeedTheQueueOfStock() {
        values.putAll(Map.of("stockroom.function", "create-operation", "stockroom.ledger.table", "memory",
                "stockroom.stock.own-bookings", "true"));

        assertEquals("Invalid configuration: STOCKROOM_STOCK_QUEUE_URL must be the URL of an SQS queue.", message());
    }

    @Test
    void configurationPrintsNoSecret() {
        assertFalse(config().toString().contains("secret"));
    }

    private String message() {
        ConfigValidationException exception = assertThrows(ConfigValidationException.class, this::config);
        assertEquals(1, exception.getProblemCount());
        return exception.getProblem(0).getMessage();
    }

    private AltegioConfig config() {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder();
        new ConfigCheck().configBuilder(builder);
        return builder.withMapping(FunctionConfig.class).withMapping(AltegioConfig.class).withMapping(SearchConfig.class)
                .withMapping(PublicConfig.class).withSources(new PropertiesConfigSource(values, "test", 100)).build()
                .getConfigMapping(AltegioConfig.class);
    }
}
