package io.stockroom.soak;

import io.stockroom.local.sandbox.Sandbox;
import io.stockroom.local.sandbox.SandboxFault;
import io.stockroom.local.sandbox.SandboxFault.Kind;
import io.stockroom.local.sandbox.SandboxRoute;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Injects random faults into a sandbox. */
final class RandomFaults {

    /** Less than the settle time, within which Altegio may still apply what it received. */
    static final Duration MAX_COMMIT_DELAY = Duration.ofMillis(600);

    private static final List<Kind> OF_OPERATIONS = List.of(Kind.DROP_BEFORE_COMMIT, Kind.DROP_AFTER_COMMIT, Kind.DROP_AFTER_COMMIT,
            Kind.LATE_COMMIT, Kind.LATE_COMMIT, Kind.ERROR_500, Kind.ERROR_500_AFTER_COMMIT, Kind.ERROR_503, Kind.HTML, Kind.GARBAGE,
            Kind.TRUNCATED, Kind.DELAY, Kind.SLOW_DRIP, Kind.REFUSE, Kind.SUCCESS_FALSE, Kind.EXPIRED_TOKEN, Kind.PROXY_ERROR,
            Kind.PROXY_ERROR_AFTER_COMMIT, Kind.PROXY_ERROR_AFTER_COMMIT);
    /** Altegio's own rejections of a single line are trusted: see docs/exactly-once.md. */
    private static final List<Kind> OF_SEVERAL_LINES = List.of(Kind.REJECTED_AFTER_COMMIT, Kind.PARTIAL_COMMIT);
    private static final List<Kind> OF_READS = List.of(Kind.ERROR_503, Kind.GARBAGE, Kind.HTML, Kind.FORBID, Kind.NOT_FOUND,
            Kind.PROXY_ERROR,
            Kind.DROP_BEFORE_COMMIT, Kind.TRUNCATED, Kind.DELAY);
    private static final List<Integer> STATUSES_OF_PROXIES = List.of(400, 401, 403, 404, 409, 422, 429);
    private static final List<Integer> STATUSES_OF_REJECTIONS = List.of(200, 400, 404, 409, 422);
    private static final List<SandboxRoute> READS = List.of(SandboxRoute.SEARCH, SandboxRoute.SEARCH, SandboxRoute.DOCUMENT,
            SandboxRoute.DOCUMENT_LINES);

    private final Map<Kind, Integer> injected = new TreeMap<>();

    void inject(Sandbox sandbox, Behavior behavior, Random random) {
        boolean ofOperation = random.nextInt(10) < 7;
        List<Kind> kinds = !ofOperation ? OF_READS : behavior.lines > 1 && random.nextInt(3) == 0 ? OF_SEVERAL_LINES : OF_OPERATIONS;
        Kind kind = any(kinds, random);
        int status = any(kind == Kind.PROXY_ERROR || kind == Kind.PROXY_ERROR_AFTER_COMMIT ? STATUSES_OF_PROXIES : STATUSES_OF_REJECTIONS,
                random);
        sandbox.faults().add(SandboxFault.of(kind).on(ofOperation ? SandboxRoute.BOOK : any(READS, random)).status(status)
                .delay(Duration.ofMillis(random.nextInt((int) MAX_COMMIT_DELAY.toMillis()))));
        injected.merge(kind, 1, Integer::sum);
    }

    Map<Kind, Integer> injected() {
        return injected;
    }

    private static <T> T any(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }
}
