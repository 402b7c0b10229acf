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
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the packaged functions start, and how they refuse to. */
class StartIT {

    private static SandboxServer sandbox;
    private static LocalDynamoDb database;

    @BeforeAll
    static void startSandbox() {
        sandbox = SandboxServer.start(SandboxRate.UNLIMITED);
        database = LocalDynamoDb.start().table("Ledger");
    }

    @AfterAll
    static void stopSandbox() {
        database.close();
        sandbox.close();
    }

    @BeforeEach
    void resetSandbox() {
        sandbox.sandbox().reset();
    }

    @ParameterizedTest
    @CsvSource({"ListStoragesFunction,list-storages", "SearchTransactionsFunction,search-transactions",
            "CreateOperationFunction,create-operation"})
    void eachFunctionOfTheTemplateAnswersItsSampleEvent(String function, String event) {
        try (Instance instance = start(function("AltegioUserToken", "sandbox-user", function))) {
            JsonNode answer = instance.invoke(SampleEvents.of(event)).json();

            assertEquals(200, answer.get("statusCode").asInt(), answer::toString);
            assertThat(instance.output(), not(containsString("WARN")));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "ALTEGIO_PARTNER_TOKEN||ALTEGIO_PARTNER_TOKEN is missing.",
            "ALTEGIO_USER_TOKEN||ALTEGIO_USER_TOKEN, or ALTEGIO_LOGIN and ALTEGIO_PASSWORD, is missing.",
            "ALTEGIO_LOGIN|canary-login|ALTEGIO_LOGIN and ALTEGIO_PASSWORD go together, and one of them is missing.",
            "ALTEGIO_URL|ftp://altegio|ALTEGIO_URL must be an http or https address.",
            "QUARKUS_LAMBDA_HANDLER|nope|QUARKUS_LAMBDA_HANDLER must be one of apply-webhook, create-operation, list-storages, receive-webhook, search-transactions.",
            "QUARKUS_LAMBDA_HANDLER||QUARKUS_LAMBDA_HANDLER must be one of apply-webhook, create-operation, list-storages, receive-webhook, search-transactions."})
    void aWrongConfigurationIsOneClearSentenceAndAnEnd(String variable, String value, String sentence) {
        Function function = function("AltegioUserToken", "canary-user", "ListStoragesFunction");
        try (Instance instance = start(value == null ? function.without(variable) : function.with(variable, value))) {
            assertThat(instance.exitCode(), is(1));
            assertThat(instance.output(), containsString("Stockroom can't start: " + sentence));
            assertThat(instance.output(), not(containsString("canary")));
            if (Artifact.packaged().isNative()) {
                assertEquals(2, instance.output().lines().count(), instance::output);
            }
        }
    }

    @Test
    void aSecondFactorIsAnAnswerThatSaysWhatToDoAndIsAskedForOnce() {
        sandbox.sandbox().faults().add(SandboxFault.of(SandboxFault.Kind.SECOND_FACTOR).times(0));
        Function function = function("AltegioLogin", "sandbox@example.com", "ListStoragesFunction").with("ALTEGIO_PASSWORD", "sandbox");
        try (Instance instance = start(function)) {
            JsonNode first = instance.invoke(SampleEvents.of("list-storages")).json();
            JsonNode second = instance.invoke(SampleEvents.of("list-storages")).json();

            assertEquals(502, first.get("statusCode").asInt());
            assertThat(first.get("body").asText(), containsString("configure a user token instead"));
            assertEquals(502, second.get("statusCode").asInt());
            assertEquals(1, sandbox.sandbox().traffic().count(SandboxRoute.LOG_IN));
        }
    }

    @Test
    void refusedCredentialsAreOurFaultAndStaySecret() {
        Function function = function("AltegioLogin", "canary-login", "ListStoragesFunction").with("ALTEGIO_PASSWORD", "canary-password");
        try (Instance instance = start(function)) {
            String answer = instance.invoke(SampleEvents.of("list-storages")).payload();

            assertTrue(answer.contains("502"), answer);
            assertThat(answer + instance.output(), not(containsString("canary")));
            assertThat(answer + instance.output(), not(containsString("sandbox-partner")));
        }
    }

    private static Instance start(Function function) {
        return Instance.start(Artifact.packaged(), function);
    }

    private static Function function(String parameter, String value, String name) {
        return database.under(Function.of(name,
                Map.of("AltegioUrl", sandbox.url(), "AltegioPartnerToken", "sandbox-partner", parameter, value)));
    }
}
