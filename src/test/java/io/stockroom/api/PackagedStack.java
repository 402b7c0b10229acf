package io.stockroom.api;

import io.stockroom.local.sandbox.SandboxRate;
import io.stockroom.local.sandbox.SandboxServer;
import io.stockroom.runtime.Function;
import io.stockroom.runtime.LocalDynamoDb;
import io.stockroom.runtime.LocalSqs;
import io.stockroom.runtime.PackagedApi;
import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The packaged functions of the template, with a sandbox in Altegio's place and the ledger's table in a local database; the
 * queues too for those that ask for them.
 */
final class PackagedStack implements BeforeAllCallback, AfterAllCallback {

    /** As application.properties has them for tests. */
    private static final Map<String, String> SETTINGS = Map.of("STOCKROOM_LEDGER_SETTLE", "PT1S", "ALTEGIO_TIMEOUT", "PT2S",
            "ALTEGIO_RATE_PER_SECOND", "0", "ALTEGIO_RATE_PER_MINUTE", "0", "ALTEGIO_RETRY_ATTEMPTS", "2",
            "ALTEGIO_RETRY_FIRST_DELAY", "PT0.02S", "ALTEGIO_BREAKER_FAILURES", "0", "STOCKROOM_WEBHOOKS_FIRST_WAIT", "PT1S");

    private final Map<String, String> settings = new HashMap<>(SETTINGS);
    private final LocalSqs sqs;
    private SandboxServer sandbox;
    private LocalDynamoDb database;
    private PackagedApi api;

    PackagedStack() {
        this(null);
    }

    /** @param sqs is somebody else's to close */
    PackagedStack(LocalSqs sqs) {
        this.sqs = sqs;
    }

    /** With more settings or others, by the names that they have in Stockroom's configuration. */
    static PackagedStack with(Map<String, String> settings) {
        PackagedStack stack = new PackagedStack();
        settings.forEach((name, value) -> stack.settings.put(name.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"), value));
        return stack;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        sandbox = SandboxServer.start(SandboxRate.UNLIMITED);
        database = LocalDynamoDb.start().table("Ledger");
        api = PackagedApi.of(Function.all(values()).stream().map(this::inPlace).toList());
    }

    /** A function of the template, to be started by the test itself. */
    Function function(String name) {
        return inPlace(Function.of(name, values()));
    }

    private Function inPlace(Function function) {
        Function settled = database.under(function).withAll(settings);
        return sqs == null ? settled : sqs.under(settled);
    }

    private Map<String, String> values() {
        Map<String, String> values = new HashMap<>(parameters(sandbox.url()));
        values.putAll(sqs == null ? Map.of() : sqs.values());
        return values;
    }

    @Override
    public void afterAll(ExtensionContext context) {
        api.close();
        database.close();
        sandbox.close();
    }

    URI api() {
        return api.url();
    }

    String sandbox() {
        return sandbox.root();
    }

    /** The template's parameters for this Altegio. */
    static Map<String, String> parameters(String altegio) {
        return Map.of("AltegioUrl", altegio, "AltegioAccess", "password", "partner_token", "sandbox-partner",
                "login", "sandbox@example.com", "password", "sandbox", "Webhooks", "true", "webhook_secrets", WebhooksContract.SECRET);
    }
}
