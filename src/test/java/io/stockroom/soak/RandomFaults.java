package io.stockroom.soak;

import io.stockroom.local.sandbox.Sandbox;
import io.stockroom.local.sandbox.SandboxFault;
import io.stockroom.local.sandbox.SandboxFault.Kind;
import io.stockroom.local.sandbox.SandboxRoute;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/** Injects random faults into a sandbox. */
final class RandomFaults {

    /** Less than the settle time, within which Altegio may still apply what it received. */
    static final Duration MAX_COMMIT_DELAY = Duration.ofMillis(600);

    /** More would make every request fail. Each route has its own, so that one that is hardly called does not keep faults from others. */
    private static final int MAX_PENDING_PER_ROUTE = 2;
    private static final List<Kind> OF_OPERATIONS = List.of(Kind.DROP_BEFORE_COMMIT, Kind.DROP_AFTER_COMMIT, Kind.DROP_AFTER_COMMIT,
            Kind.LATE_COMMIT, Kind.LATE_COMMIT, Kind.ERROR_500, Kind.ERROR_500_AFTER_COMMIT, Kind.ERROR_503, Kind.HTML, Kind.GARBAGE,
            Kind.TRUNCATED, Kind.DELAY, Kind.SLOW_DRIP, Kind.REFUSE, Kind.SUCCESS_FALSE, Kind.EXPIRED_TOKEN, Kind.PROXY_ERROR,
            Kind.PROXY_ERROR_AFTER_COMMIT, Kind.PROXY_ERROR_AFTER_COMMIT, Kind.GATEWAY_ERROR, Kind.GATEWAY_ERROR_AFTER_COMMIT);
    /** Altegio's own rejections of a single line are trusted: see docs/exactly-once.md. */
    private static final List<Kind> OF_SEVERAL_LINES = List.of(Kind.REJECTED_AFTER_COMMIT, Kind.PARTIAL_COMMIT, Kind.PARTIAL_COMMIT);
    private static final List<Kind> OF_READS = List.of(Kind.ERROR_503, Kind.GARBAGE, Kind.HTML, Kind.FORBID, Kind.NOT_FOUND,
            Kind.PROXY_ERROR, Kind.GATEWAY_ERROR, Kind.DROP_BEFORE_COMMIT, Kind.TRUNCATED, Kind.DELAY);
    private static final Set<Kind> NOT_OF_ALTEGIO = Set.of(Kind.PROXY_ERROR, Kind.PROXY_ERROR_AFTER_COMMIT, Kind.GATEWAY_ERROR,
            Kind.GATEWAY_ERROR_AFTER_COMMIT);
    private static final List<Integer> STATUSES_OF_PROXIES = List.of(400, 401, 403, 404, 409, 422, 429);
    private static final List<Integer> STATUSES_OF_REJECTIONS = List.of(200, 400, 404, 409, 422);
    private static final List<SandboxRoute> READS = List.of(SandboxRoute.SEARCH, SandboxRoute.SEARCH, SandboxRoute.DOCUMENT,
            SandboxRoute.DOCUMENT_LINES);

    private final Map<Kind, Integer> injected = new TreeMap<>();

    /** Adds a fault, unless enough are pending on its route. */
    void inject(Sandbox sandbox, Behavior behavior, Random random) {
        boolean ofOperation = random.nextInt(10) < 7;
        SandboxRoute route = ofOperation ? SandboxRoute.BOOK : any(READS, random);
        List<Kind> kinds = !ofOperation ? OF_READS : behavior.lines > 1 && random.nextInt(3) == 0 ? OF_SEVERAL_LINES : OF_OPERATIONS;
        SandboxFault fault = fault(any(kinds, random), behavior, random).on(route);
        boolean isPossible = fault.kind() != Kind.LATE_COMMIT || !behavior.commitsAtOnce();
        if (isPossible && sandbox.faults().list().stream().filter(pending -> pending.route() == route).count() < MAX_PENDING_PER_ROUTE) {
            sandbox.faults().add(fault);
            injected.merge(fault.kind(), 1, Integer::sum);
        }
    }

    private static SandboxFault fault(Kind kind, Behavior behavior, Random random) {
        return SandboxFault.of(kind)
                .status(any(NOT_OF_ALTEGIO.contains(kind) ? STATUSES_OF_PROXIES : STATUSES_OF_REJECTIONS, random))
                .delay(Duration.ofMillis(random.nextInt((int) MAX_COMMIT_DELAY.toMillis())))
                .lines(1 + random.nextInt(Math.max(1, behavior.lines - 1)));
    }

    /** Removes the faults that no request has met. */
    void clear(Sandbox sandbox) {
        sandbox.faults().list().forEach(pending -> injected.merge(pending.kind(), -1, Integer::sum));
        sandbox.faults().clear();
    }

    /** Returns how many requests met a fault of each kind, after {@link #clear}. */
    Map<Kind, Integer> injected() {
        return injected;
    }

    private static <T> T any(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }
}
