package io.stockroom.soak;

import io.stockroom.local.sandbox.SandboxRate;
import io.stockroom.local.sandbox.SandboxServer;
import io.stockroom.runtime.Artifact;
import io.stockroom.runtime.LocalDynamoDb;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Runs the soak test, {@code ./mvnw -Psoak verify}. The exit code is 1 if anything was doubled, lost or misreported, or has no final
 * outcome, if an instance crashed, or if a response is not one that the function may return. It must fail if, for example,
 * {@code Reconciliation.throwUnlessValid} does nothing, or if every rejection releases its key.
 */
public final class Soak {

    private static final Map<String, String> SETTINGS = Map.of("STOCKROOM_LEDGER_SETTLE", "PT2S", "ALTEGIO_TIMEOUT", "PT1S",
            "ALTEGIO_RATE_PER_SECOND", "0", "ALTEGIO_RATE_PER_MINUTE", "0", "ALTEGIO_RETRY_ATTEMPTS", "2",
            "ALTEGIO_RETRY_BASE_DELAY", "PT0.01S", "ALTEGIO_CIRCUIT_BREAKER_FAILURE_RATE", "0");

    private final SoakSettings settings;
    private final RandomFaults faults = new RandomFaults();
    private final List<String> violations = new ArrayList<>();
    private final Map<String, Integer> outcomes = new TreeMap<>();
    private int requests;
    private int kills;

    private Soak(SoakSettings settings) {
        this.settings = settings;
    }

    public static void main(String[] arguments) throws InterruptedException {
        if (System.getProperty("function.zip", "").isBlank()) {
            System.clearProperty("function.zip");
        }
        Soak soak = new Soak(SoakSettings.fromSystem());
        soak.run();
        System.exit(soak.violations.isEmpty() ? 0 : 1);
    }

    private void run() throws InterruptedException {
        System.out.println((Artifact.packaged().isNative() ? "Native executable" : "JVM") + ", " + settings);
        for (Behavior behavior : settings.behaviors()) {
            phase(behavior);
        }
        System.out.println("Faults: " + faults.injected());
        System.out.println("Responses: " + outcomes);
        System.out.println("Total: " + requests + " requests, " + kills + " instances killed, " + violations.size() + " violations");
        violations.stream().limit(50).forEach(System.out::println);
    }

    private void phase(Behavior behavior) throws InterruptedException {
        try (SandboxServer sandbox = SandboxServer.start(SandboxRate.UNLIMITED);
                LocalDynamoDb database = LocalDynamoDb.start().table("Ledger");
                Entrance entrance = Entrance.of(behavior);
                Fleet fleet = new Fleet(database.under(entrance.function(sandbox.url())).withAll(SETTINGS), entrance.timeout(),
                        settings.instances())) {
            Phase phase = new Phase(behavior, entrance, sandbox.sandbox(), fleet, settings, faults);
            List<String> found = phase.run();
            found.forEach(violation -> violations.add(behavior + ": " + violation));
            phase.outcomes().counts().forEach((label, count) -> outcomes.merge(label, count, Integer::sum));
            requests += phase.requests();
            kills += fleet.kills();
            System.out.println(phase.summary(found.size()));
        }
    }
}
