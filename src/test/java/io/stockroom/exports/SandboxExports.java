package io.stockroom.exports;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.stockroom.MovableClock;
import io.stockroom.local.sandbox.Location;
import io.stockroom.local.sandbox.SandboxServer;
import io.stockroom.transactions.Transactions;
import jakarta.inject.Inject;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Base of the tests of exports from an {@link ExportSandbox} into a folder. */
abstract class SandboxExports {

    SandboxServer server;
    MovableClock clock;

    @Inject
    Transactions transactions;
    @Inject
    ObjectMapper mapper;
    @TempDir
    Path folder;

    Exporter exporter;
    Location location;

    @BeforeEach
    void reset() {
        server.sandbox().reset();
        clock.reset();
        location = server.sandbox().location(4564);
        exporter = new Exporter(transactions, mapper, clock, folder, new InMemoryExportStates(clock));
    }
}
