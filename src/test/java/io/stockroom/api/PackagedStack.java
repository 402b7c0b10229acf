package io.stockroom.api;

import io.stockroom.local.sandbox.SandboxRate;
import io.stockroom.local.sandbox.SandboxServer;
import io.stockroom.runtime.Function;
import io.stockroom.runtime.LocalDynamoDb;
import io.stockroom.runtime.LocalSqs;
import io.stockroom.runtime.PackagedApi;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestInstancePostProcessor;

/**
 * Runs the packaged functions of the template with a sandbox as Altegio, the ledger's table in a local DynamoDB and, if requested, local
 * queues. Sets the URLs of each {@link ApiContract}.
 */
public final class PackagedStack implements BeforeAllCallback, TestInstancePostProcessor, AfterAllCallback {

    /** The same values as the %test profile in application.properties. */
    public static final Map<String, String> SETTINGS = Map.of("STOCKROOM_LEDGER_SETTLE", "PT1S", "ALTEGIO_TIMEOUT", "PT2S",
            "ALTEGIO_RATE_PER_SECOND", "0", "ALTEGIO_RATE_PER_MINUTE", "0", "ALTEGIO_RETRY_ATTEMPTS", "2",
            "ALTEGIO_RETRY_BASE_DELAY", "PT0.02S", "ALTEGIO_CIRCUIT_BREAKER_FAILURE_RATE", "0", "STOCKROOM_WEBHOOKS_BASE_DELAY", "PT1S");

    private final Map<String, String> settings = new HashMap<>(SETTINGS);
    private final Map<String, String> parameters = new HashMap<>();
    private final LocalSqs sqs;
    private final PackagedWorkQueue workQueue;
    private SandboxServer sandbox;
    private LocalDynamoDb database;
    private PackagedApi api;

    PackagedStack() {
        this(null);
    }

    /** @param sqs null to run without queues */
    private PackagedStack(LocalSqs sqs) {
        this.sqs = sqs;
        this.workQueue = sqs == null ? null : new PackagedWorkQueue(sqs, this);
        SignedOrder.settings().forEach((name, value) -> settings.put(variable(name), value));
    }

    /** Returns a stack with queues of its own. */
    static PackagedStack withQueues() {
        return new PackagedStack(LocalSqs.start());
    }

    /** Returns a stack with additional or overridden settings, under their property names. */
    static PackagedStack with(Map<String, String> settings) {
        PackagedStack stack = new PackagedStack();
        settings.forEach((name, value) -> stack.settings.put(variable(name), value));
        return stack;
    }

    private static String variable(String property) {
        return property.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
    }

    /** Returns the stack with another value of a parameter of the template. */
    PackagedStack parameter(String name, String value) {
        parameters.put(name, value);
        return this;
    }

    /** Returns the stack with another setting of all functions, under its property name. */
    PackagedStack setting(String name, String value) {
        settings.put(variable(name), value);
        return this;
    }

    LocalSqs sqs() {
        return sqs;
    }

    PackagedWorkQueue workQueue() {
        return workQueue;
    }

    /** Returns how often a route of the sandbox was requested since its reset. */
    long requests(String route) {
        return sandbox.sandbox().traffic().counts().getOrDefault(route, 0L);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        sandbox = SandboxServer.start(SandboxRate.UNLIMITED);
        database = LocalDynamoDb.start().table("Ledger");
        api = PackagedApi.of(Function.all(values()).stream().map(this::configured).toList());
    }

    /** Returns a function of the template, which the test starts itself. */
    Function function(String name) {
        return configured(Function.of(name, values()));
    }

    private Function configured(Function function) {
        Function withDatabase = database.under(function).withAll(settings);
        return sqs == null ? withDatabase : sqs.under(withDatabase);
    }

    private Map<String, String> values() {
        Map<String, String> values = new HashMap<>(parameters(sandbox.url()));
        values.putAll(sqs == null ? Map.of() : sqs.values());
        values.putAll(parameters);
        return values;
    }

    @Override
    public void postProcessTestInstance(Object test, ExtensionContext context) {
        ApiContract contract = (ApiContract) test;
        contract.api = api.url();
        contract.sandbox = sandbox.root();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        api.close();
        database.close();
        sandbox.close();
        if (sqs != null) {
            workQueue.close();
            sqs.close();
        }
    }

    /** Returns the template's parameters for an Altegio at that URL. */
    public static Map<String, String> parameters(String altegio) {
        return Map.of("stockroom/callers", AccessContract.SECRET, "AltegioUrl", altegio, "AltegioAccess", "password", "partner_token",
                "sandbox-partner",
                "login", "sandbox@example.com", "password", "sandbox", "Webhooks", "true", "webhook_secrets", WebhooksContract.SECRET);
    }
}
