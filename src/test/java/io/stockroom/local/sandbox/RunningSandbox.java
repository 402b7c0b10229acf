package io.stockroom.local.sandbox;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** Runs a sandbox for the tests of a class. Before each test it is reset and accepts any rate of requests. */
abstract class RunningSandbox {

    static SandboxServer server;
    static SandboxCaller caller;

    @BeforeAll
    static void start() {
        server = SandboxServer.start(SandboxRate.UNLIMITED);
        caller = new SandboxCaller(server);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @BeforeEach
    void reset() {
        server.sandbox().traffic().limit(SandboxRate.UNLIMITED);
        server.sandbox().reset();
    }
}
