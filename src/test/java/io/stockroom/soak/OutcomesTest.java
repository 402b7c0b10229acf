package io.stockroom.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stockroom.soak.Outcomes.Ticket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutcomesTest {

    private final Outcomes outcomes = new Outcomes();

    @Test
    void findsEachKindOfContradiction() {
        outcomes.booked(request("doubled"), 1);
        outcomes.booked(request("lost"), 2);
        outcomes.booked(request("mixed up"), 3);
        outcomes.rejected(request("misreported"), List.of(4L));
        outcomes.booked(request("misreported"), 4);
        request("unfinished");

        assertEquals(List.of("misreported is reported as rejected, but booked: [4]", "doubled is booked 2 times: [1, 5]",
                "lost is reported as booked, but lost", "mixed up is document [6], but reported as [3]", "unfinished has no final outcome",
                "unknown was never requested"),
                outcomes.violations(Map.of("doubled", List.of(1L, 5L), "misreported", List.of(4L), "mixed up", List.of(6L), "unknown",
                        List.of(7L))));
    }

    @Test
    void acceptsWhatAgrees() {
        outcomes.booked(request("booked"), 1);
        outcomes.booked(request("booked"), 1);
        outcomes.rejected(request("rejected first"), List.of());
        outcomes.booked(request("rejected first"), 2);
        outcomes.booked(request("without a readable id"), Outcomes.UNREADABLE);

        assertEquals(List.of(), outcomes.violations(
                Map.of("booked", List.of(1L), "rejected first", List.of(2L), "without a readable id", List.of(3L))));
    }

    /** While the rejected request returned, another one may have booked the operation. */
    @Test
    void aRejectionBesideAnotherRequestIsNoContradiction() {
        Ticket first = outcomes.begin("key");
        Ticket second = outcomes.begin("key");
        outcomes.rejected(second, List.of(1L));
        outcomes.rejected(first, List.of(1L));
        outcomes.booked(first, 1);

        assertEquals(List.of(), outcomes.violations(Map.of("key", List.of(1L))));
    }

    private Ticket request(String key) {
        Ticket ticket = outcomes.begin(key);
        outcomes.end(ticket);
        return ticket;
    }
}
