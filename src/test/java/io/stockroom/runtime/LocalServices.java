package io.stockroom.runtime;

import io.stockroom.local.sandbox.SandboxRate;
import io.stockroom.local.sandbox.SandboxServer;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Base of the tests that start packaged functions themselves: each test has a sandbox and a table of its own. */
public abstract class LocalServices {

    protected SandboxServer sandbox;
    private LocalDynamoDb database;

    @BeforeEach
    protected void startServices() {
        sandbox = SandboxServer.start(SandboxRate.UNLIMITED);
        database = LocalDynamoDb.start().table("Ledger");
    }

    @AfterEach
    protected void stopServices() {
        database.close();
        sandbox.close();
    }

    /** Returns a function that uses them. */
    protected Function function(String name, Map<String, String> parameters) {
        Map<String, String> values = new HashMap<>(parameters);
        values.put("AltegioUrl", sandbox.url());
        return database.under(Function.of(name, values));
    }

    /** Returns a function that uses them, with the sandbox's user token. */
    protected Function functionWithToken(String name) {
        return function(name, Map.of("partner_token", "sandbox-partner", "user_token", "sandbox-user"));
    }
}
