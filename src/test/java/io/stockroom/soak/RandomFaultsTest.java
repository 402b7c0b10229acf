package io.stockroom.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stockroom.local.sandbox.Sandbox;
import io.stockroom.local.sandbox.SandboxFault;
import io.stockroom.local.sandbox.SandboxFault.Kind;
import io.stockroom.local.sandbox.SandboxRate;
import io.stockroom.local.sandbox.SandboxRoute;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RandomFaultsTest {

    private final Sandbox sandbox = new Sandbox(Clock.systemUTC(), SandboxRate.UNLIMITED);
    private final RandomFaults faults = new RandomFaults();
    private final Random random = new Random(1);

    /** In many phases, documents are hardly read. */
    @Test
    void faultsThatNoRequestMeetsDoNotKeepOthersAway() {
        inject(Behavior.PARTIAL_COMMITS, 200);

        List<SandboxFault> pending = sandbox.faults().list();
        for (SandboxRoute route : Set.of(SandboxRoute.BOOK, SandboxRoute.SEARCH, SandboxRoute.DOCUMENT, SandboxRoute.DOCUMENT_LINES)) {
            assertEquals(2, pending.stream().filter(fault -> fault.route() == route).count(), route::title);
        }
        faults.clear(sandbox);
        assertTrue(faults.injected().values().stream().allMatch(count -> count == 0), faults.injected()::toString);
    }

    /** Altegio's own rejection of a single line is trusted, so that it must not follow a commit. */
    @Test
    void onlySeveralLinesAreBookedInPart() {
        assertEquals(Set.of(Kind.REJECTED_AFTER_COMMIT, Kind.PARTIAL_COMMIT), kindsOnlyOf(Behavior.PARTIAL_COMMITS, Behavior.AS_REPORTED));
    }

    @Test
    void nothingIsCommittedLateWhileASearchLags() {
        assertEquals(Set.of(Kind.LATE_COMMIT), kindsOnlyOf(Behavior.AS_REPORTED, Behavior.LAGGING_SEARCH));
    }

    private Set<Kind> kindsOnlyOf(Behavior one, Behavior other) {
        Set<Kind> kinds = kinds(one);
        kinds.removeAll(kinds(other));
        return kinds;
    }

    private Set<Kind> kinds(Behavior behavior) {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        for (int i = 0; i < 1000; i++) {
            inject(behavior, 1);
            sandbox.faults().list().forEach(fault -> kinds.add(fault.kind()));
            faults.clear(sandbox);
        }
        return kinds;
    }

    private void inject(Behavior behavior, int times) {
        for (int i = 0; i < times; i++) {
            faults.inject(sandbox, behavior, random);
        }
    }
}
