package io.stockroom.api;

import io.stockroom.local.sandbox.SandboxRate;
import io.stockroom.local.sandbox.SandboxServer;
import io.stockroom.runtime.Artifact;
import io.stockroom.runtime.Function;
import io.stockroom.runtime.Instance;
import io.stockroom.runtime.LocalDynamoDb;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class EventsIT extends EventsContract {

    private static final Map<String, Instance> INSTANCES = new HashMap<>();

    private static SandboxServer sandbox;
    private static LocalDynamoDb database;

    @BeforeAll
    static void start() {
        sandbox = SandboxServer.start(SandboxRate.UNLIMITED);
        database = LocalDynamoDb.start().table("Ledger");
        Function.all(PackagedStack.parameters(sandbox.url())).stream().map(database::under)
                .forEach(function -> INSTANCES.put(function.handler(), Instance.start(Artifact.packaged(), function)));
    }

    @AfterAll
    static void stop() {
        INSTANCES.values().forEach(Instance::close);
        database.close();
        sandbox.close();
    }

    @Override
    String invoke(String function, String event) {
        return INSTANCES.get(function).invoke(event).payload();
    }
}
