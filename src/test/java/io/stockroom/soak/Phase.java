package io.stockroom.soak;

import io.stockroom.local.sandbox.Sandbox;
import io.stockroom.local.sandbox.SandboxDocument;
import io.stockroom.runtime.Artifact;
import io.stockroom.runtime.RuntimeResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** One behavior of Altegio: callers send new and known keys for a while, then each key until it has a final outcome. */
final class Phase {

    /** Several times what an instance needs to start. */
    private static final Duration TIME_BETWEEN_KILLS = Artifact.packaged().isNative() ? Duration.ofMillis(500) : Duration.ofSeconds(6);
    private static final Duration TIME_BETWEEN_CHECKS = Duration.ofMillis(10);
    /** With fewer, hardly a request would be undisturbed. */
    private static final int REQUESTS_PER_FAULT = 3;
    private static final Duration MAX_END = Duration.ofMinutes(2);

    private final Behavior behavior;
    private final Entrance entrance;
    private final Sandbox sandbox;
    private final Fleet fleet;
    private final SoakSettings settings;
    private final Random random;
    private final RandomFaults faults;
    private final Operations operations;
    private final Outcomes outcomes;
    private final AtomicInteger keys = new AtomicInteger();
    private final AtomicInteger requests = new AtomicInteger();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();

    Phase(Behavior behavior, Entrance entrance, Sandbox sandbox, Fleet fleet, SoakSettings settings, RandomFaults faults) {
        this.behavior = behavior;
        this.entrance = entrance;
        this.sandbox = sandbox;
        this.fleet = fleet;
        this.settings = settings;
        this.faults = faults;
        this.random = new Random(settings.seed() + behavior.ordinal());
        this.operations = new Operations(behavior);
        this.outcomes = new Outcomes(key -> operations.isValid(Operations.number(key)));
    }

    int requests() {
        return requests.get();
    }

    Outcomes outcomes() {
        return outcomes;
    }

    /** Returns the violations. */
    List<String> run() throws InterruptedException {
        sandbox.quirks(behavior.quirks);
        disturbed(settings.phase());
        faults.clear(sandbox);
        TimeUnit.MILLISECONDS.sleep(RandomFaults.MAX_COMMIT_DELAY.toMillis());
        finish();
        List<String> violations = new ArrayList<>(outcomes.violations(documents()));
        violations.addAll(entrance.violations(outcomes.rejected()));
        violations.addAll(fleet.crashes());
        violations.addAll(failures);
        return violations;
    }

    /** Sends requests while faults are injected and instances are killed. */
    private void disturbed(Duration time) throws InterruptedException {
        Instant end = Instant.now().plus(time);
        ExecutorService callers = Executors.newFixedThreadPool(settings.callers());
        for (int i = 0; i < settings.callers(); i++) {
            Random own = new Random(random.nextLong());
            callers.execute(() -> {
                while (Instant.now().isBefore(end)) {
                    request(nextKey(own));
                }
            });
        }
        Instant nextKill = Instant.now().plus(TIME_BETWEEN_KILLS);
        int injected = 0;
        while (Instant.now().isBefore(end)) {
            for (; injected < requests.get() / REQUESTS_PER_FAULT; injected++) {
                faults.inject(sandbox, behavior, random);
            }
            if (Instant.now().isAfter(nextKill)) {
                fleet.kill(random);
                nextKill = Instant.now().plus(TIME_BETWEEN_KILLS);
            }
            TimeUnit.MILLISECONDS.sleep(TIME_BETWEEN_CHECKS.toMillis());
        }
        await(callers);
    }

    /** Sends each key without a final outcome again, until it has one. */
    private void finish() throws InterruptedException {
        outcomes.expectFinalOutcomes();
        Instant end = Instant.now().plus(MAX_END);
        while (!outcomes.unfinished().isEmpty() && Instant.now().isBefore(end)) {
            ExecutorService callers = Executors.newFixedThreadPool(settings.callers());
            outcomes.unfinished().forEach(key -> callers.execute(() -> request(Operations.number(key))));
            await(callers);
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }

    private void await(ExecutorService callers) throws InterruptedException {
        callers.shutdown();
        if (!callers.awaitTermination(MAX_END.toMinutes(), TimeUnit.MINUTES)) {
            failures.add("Callers wait forever");
        }
    }

    /** Returns a new key, one that another caller has just used, or any earlier one. */
    private int nextKey(Random own) {
        int known = keys.get();
        int kind = own.nextInt(4);
        if (known == 0 || kind == 0 && known < behavior.maxKeys()) {
            return keys.getAndIncrement();
        }
        return kind == 1 ? known - 1 : own.nextInt(known);
    }

    /** Sends the request, and decides if documents equal the operation. */
    private void request(int number) {
        try {
            if (send(number, null).hasCandidates()) {
                send(number, decision(Operations.key(number)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            failures.add("The test failed: " + e);
        }
    }

    private Reply send(int number, String decision) throws InterruptedException {
        requests.incrementAndGet();
        String key = Operations.key(number);
        Outcomes.Ticket ticket = outcomes.begin(key);
        try {
            Optional<RuntimeResponse> response = fleet.invoke(entrance.event(key, operations.json(number), decision));
            Reply reply = response.map(each -> entrance.reply(each.json(), () -> documents(key))).orElse(Reply.NONE);
            outcomes.add(ticket, reply, reply.kind() == Reply.Kind.REJECTED ? documents(key) : List.of());
            return reply;
        } finally {
            outcomes.end(ticket);
        }
    }

    /** Returns what a person would find out: which document is the key's, if any. */
    private String decision(String key) {
        List<BookedDocument> own = documents(key);
        return own.isEmpty() ? "none" : String.valueOf(own.get(0).id());
    }

    private List<BookedDocument> documents(String key) {
        return sandbox.commits().stream().filter(document -> key(document).equals(key)).map(Phase::booked).toList();
    }

    private Map<String, List<BookedDocument>> documents() {
        return sandbox.commits().stream()
                .collect(Collectors.groupingBy(Phase::key, Collectors.mapping(Phase::booked, Collectors.toList())));
    }

    /** Returns the key, which the comment ends with as the sandbox received it, whatever it shows. */
    private static String key(SandboxDocument document) {
        return document.comment().substring(document.comment().lastIndexOf(' ') + 1);
    }

    private static BookedDocument booked(SandboxDocument document) {
        return new BookedDocument(document.id(), document.lines().size());
    }

    /** Returns the phase's line of the report. */
    String summary(int violations) {
        return String.format("%-30s %7d requests %6d keys %4d kills %3d timeouts %3d violations", behavior, requests.get(),
                outcomes.keys(), fleet.kills(), fleet.timeouts(), violations);
    }
}
