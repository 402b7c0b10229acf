package io.stockroom.api;

import io.stockroom.Slow;
import io.stockroom.local.sandbox.SandboxRate;
import io.stockroom.local.sandbox.SandboxServer;
import io.stockroom.runtime.Artifact;
import io.stockroom.runtime.Function;
import io.stockroom.runtime.Instance;
import io.stockroom.runtime.LocalDynamoDb;
import io.stockroom.runtime.LocalSqs;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

@Slow
class EventsIT extends EventsContract {

    private static final Map<String, Instance> INSTANCES = new HashMap<>();

    private static SandboxServer sandbox;
    private static LocalDynamoDb database;
    private static LocalSqs sqs;

    @BeforeAll
    static void start() {
        sandbox = SandboxServer.start(SandboxRate.UNLIMITED);
        database = LocalDynamoDb.start().table("Ledger");
        sqs = LocalSqs.start();
        Map<String, String> values = new HashMap<>(PackagedStack.parameters(sandbox.url()));
        values.putAll(sqs.values());
        values.putAll(Map.of("StockEvents", "true", "StockBus", "stockroom-stock", "altegio_tokens", "token-of-altegio-0123"));
        // The timestamp of the sample webhook is fixed.
        Function.all(values).stream().map(database::under).map(sqs::under)
                .map(function -> function.with("STOCKROOM_WEBHOOKS_TOLERANCE", "P36500D"))
                .forEach(function -> INSTANCES.put(function.handler(), Instance.start(Artifact.packaged(), function)));
    }

    @AfterAll
    static void stop() {
        INSTANCES.values().forEach(Instance::close);
        sqs.close();
        database.close();
        sandbox.close();
    }

    @Override
    String invoke(String function, String event) {
        return INSTANCES.get(function).invoke(event).payload();
    }
}
