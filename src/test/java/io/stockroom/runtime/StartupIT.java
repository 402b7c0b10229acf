package io.stockroom.runtime;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.stockroom.local.sandbox.SandboxFault;
import io.stockroom.local.sandbox.SandboxRate;
import io.stockroom.local.sandbox.SandboxRoute;
import io.stockroom.local.sandbox.SandboxServer;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the packaged functions start, and how they fail to start. */
class StartupIT {

    private static SandboxServer sandbox;
    private static LocalDynamoDb database;
    private static LocalSqs sqs;

    @BeforeAll
    static void startSandbox() {
        sandbox = SandboxServer.start(SandboxRate.UNLIMITED);
        database = LocalDynamoDb.start().table("Ledger");
        sqs = LocalSqs.start();
    }

    @AfterAll
    static void stopSandbox() {
        sqs.close();
        database.close();
        sandbox.close();
    }

    @BeforeEach
    void resetSandbox() {
        sandbox.sandbox().reset();
    }

    @ParameterizedTest
    @CsvSource({"ListStoragesFunction,list-storages,200", "ListGoodsFunction,list-goods,200",
            "SearchTransactionsFunction,search-transactions,200",
            "CreateOperationFunction,create-operation,200", "ReceiveWebhookFunction,receive-webhook,202",
            "ApplyWebhookFunction,apply-webhook,", "AnnounceStockFunction,announce-stock,"})
    void eachFunctionOfTheTemplateHandlesItsSampleEvent(String function, String event, String status) {
        try (Instance instance = start(function("user_token", "sandbox-user", function).with("STOCKROOM_WEBHOOKS_TOLERANCE", "P36500D"))) {
            JsonNode response = instance.invoke(SampleEvents.of(event)).json();

            assertEquals(status == null ? "[]" : status, response.path(status == null ? "batchItemFailures" : "statusCode").toString());
            assertThat(instance.output(), not(containsString("WARN")));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "ALTEGIO_PARTNER_TOKEN||ALTEGIO_PARTNER_TOKEN is required.",
            "ALTEGIO_USER_TOKEN||set ALTEGIO_USER_TOKEN, or both ALTEGIO_LOGIN and ALTEGIO_PASSWORD.",
            "ALTEGIO_LOGIN|canary-login|ALTEGIO_LOGIN and ALTEGIO_PASSWORD must be set together.",
            "ALTEGIO_URL|ftp://altegio|ALTEGIO_URL must be an http or https URL.",
            "QUARKUS_LAMBDA_HANDLER|nope|QUARKUS_LAMBDA_HANDLER must be one of announce-stock, apply-webhook, authorize, check-setup, create-operation, export-transactions, find-stock-changes, list-goods, list-storages, log-in, receive-webhook, relay, search-transactions.",
            "QUARKUS_LAMBDA_HANDLER||QUARKUS_LAMBDA_HANDLER must be one of announce-stock, apply-webhook, authorize, check-setup, create-operation, export-transactions, find-stock-changes, list-goods, list-storages, log-in, receive-webhook, relay, search-transactions."})
    void invalidConfigurationFailsTheStartWithOneMessage(String variable, String value, String message) {
        Function function = function("user_token", "canary-user", "ListStoragesFunction");
        try (Instance instance = start(value == null ? function.without(variable) : function.with(variable, value))) {
            assertThat(instance.exitCode(), is(1));
            assertThat(instance.output(), containsString("Invalid configuration: " + message));
            assertThat(instance.output(), not(containsString("canary")));
            if (Artifact.packaged().isNative()) {
                assertEquals(2, instance.output().lines().count(), instance::output);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"||STOCKROOM_WEBHOOKS_SECRETS is required.",
            "whsec_canary||STOCKROOM_WEBHOOKS_SECRETS must be \"whsec_\" followed by 24 to 64 bytes in Base64;"
                    + " separate several secrets with commas.",
            "whsec_c3RvY2tyb29tLXNhbmRib3gtc2VjcmV0|queue|STOCKROOM_WEBHOOKS_QUEUE_URL must be the URL of an SQS queue."})
    void receiveWebhookRequiresSecretsAndAQueue(String secrets, String queue, String message) {
        Function function = function("webhook_secrets", secrets == null ? "" : secrets, "ReceiveWebhookFunction");
        try (Instance instance = start(queue == null ? function : function.with("STOCKROOM_WEBHOOKS_QUEUE_URL", queue))) {
            assertThat(instance.exitCode(), is(1));
            assertThat(instance.output(), containsString("Invalid configuration: " + message));
            assertThat(instance.output(), not(containsString("canary")));
        }
    }

    @Test
    void reportsATwoFactorLoginAndLogsInOnlyOnce() {
        sandbox.sandbox().faults().add(SandboxFault.of(SandboxFault.Kind.SECOND_FACTOR).times(0));
        try (Instance instance = start(function("AltegioAccess", "password", "ListStoragesFunction"))) {
            JsonNode first = instance.invoke(SampleEvents.of("list-storages")).json();
            JsonNode second = instance.invoke(SampleEvents.of("list-storages")).json();

            assertEquals(502, first.get("statusCode").asInt());
            assertThat(first.get("body").asText(), containsString("configure a user token instead"));
            assertEquals(502, second.get("statusCode").asInt());
            assertEquals(1, sandbox.sandbox().traffic().count(SandboxRoute.LOG_IN));
        }
    }

    @Test
    void takesAPasswordFromTheEnvironmentAsItIs() {
        String password = "pa$$wo${b}r\\$d\\,";
        sandbox.sandbox().tokens().requirePassword(password);
        try (Instance instance = start(function("AltegioAccess", "password", "ListStoragesFunction").with("ALTEGIO_PASSWORD", password))) {
            assertEquals(200, instance.invoke(SampleEvents.of("list-storages")).json().get("statusCode").asInt());
        }
    }

    @Test
    void rejectedCredentialsAreABadGatewayAndAreNotLeaked() {
        Function function = function("AltegioAccess", "password", "ListStoragesFunction")
                .with("ALTEGIO_LOGIN", "canary-login").with("ALTEGIO_PASSWORD", "canary-password");
        try (Instance instance = start(function)) {
            String response = instance.invoke(SampleEvents.of("list-storages")).payload();

            assertTrue(response.contains("502"), response);
            assertThat(response + instance.output(), not(containsString("canary")));
            assertThat(response + instance.output(), not(containsString("sandbox-partner")));
        }
    }

    private static Instance start(Function function) {
        return Instance.start(Artifact.packaged(), function);
    }

    private static Function function(String parameter, String value, String name) {
        Map<String, String> values = new HashMap<>(Map.of("AltegioUrl", sandbox.url(), "partner_token", "sandbox-partner",
                "user_token", "sandbox-user", "login", "sandbox@example.com", "password", "sandbox", "Webhooks", "true",
                "webhook_secrets", "whsec_c3RvY2tyb29tLXNhbmRib3gtc2VjcmV0"));
        values.put(parameter, value);
        values.putAll(sqs.values());
        return sqs.under(database.under(Function.of(name, values)));
    }
}
