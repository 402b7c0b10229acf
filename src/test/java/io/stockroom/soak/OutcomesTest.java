package io.stockroom.soak;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stockroom.soak.Outcomes.Ticket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OutcomesTest {

    private static final List<BookedDocument> NONE = List.of();

    private final Outcomes outcomes = new Outcomes(key -> !key.startsWith("invalid"));

    @Test
    void findsEachKindOfContradiction() {
        add("doubled", booked(1));
        add("lost", booked(2));
        add("mixed up", booked(3));
        add("misreported", Reply.rejected("rejected"), document(4));
        add("misreported", booked(4));
        add("lines", Reply.booked("booked", 8, 2));
        add("unfinished", Reply.open("outcome-unknown"));
        add("valid, but rejected", Reply.rejected("rejected"));

        assertEquals(List.of("misreported is reported as rejected, but booked: [4]", "doubled is booked 2 times: [1, 5]",
                "lines has 1 lines, but is reported with 2", "lost is reported as booked, but lost",
                "mixed up is document [6], but reported as [3]", "unfinished has no final outcome",
                "valid, but rejected has no final outcome", "unknown was never requested"),
                outcomes.violations(Map.of("doubled", List.of(document(1), document(5)), "misreported", List.of(document(4)), "mixed up",
                        List.of(document(6)), "unknown", List.of(document(7)), "lines", List.of(document(8)))));
    }

    @Test
    void findsContradictionsOfOperationsThatAltegioRejects() {
        add("invalid, booked", Reply.rejected("rejected"));
        add("invalid, open", Reply.open("outcome-unknown"));

        assertEquals(List.of("invalid, booked is finally reported as rejected, but booked: [1]", "invalid, open has no final outcome"),
                outcomes.violations(Map.of("invalid, booked", List.of(document(1)))));
    }

    @Test
    void aResponseThatIsNotAllowedIsAViolation() {
        add("key", Reply.invalid("has status 500"));
        add("key", booked(1));

        assertEquals(List.of("The response to key has status 500"), outcomes.violations(Map.of("key", List.of(document(1)))));
        assertEquals(Map.of("invalid", 1, "booked", 1), outcomes.counts());
    }

    @Test
    void acceptsWhatAgrees() {
        add("booked", booked(1));
        add("booked", booked(1));
        add("rejected first", Reply.rejected("rejected"));
        add("rejected first", booked(2));
        add("without a readable id", booked(Reply.UNREADABLE));
        add("invalid", Reply.rejected("rejected"));
        add("invalid, booked in part", booked(4));

        assertEquals(List.of(),
                outcomes.violations(Map.of("booked", List.of(document(1)), "rejected first", List.of(document(2)), "without a readable id",
                        List.of(document(3)), "invalid, booked in part", List.of(document(4)))));
    }

    /** While the rejected request returned, another one may have booked the operation. */
    @Test
    void aRejectionBesideAnotherRequestIsNoContradiction() {
        Ticket first = outcomes.begin("key");
        Ticket second = outcomes.begin("key");
        outcomes.add(second, Reply.rejected("rejected"), List.of(document(1)));
        outcomes.add(first, Reply.rejected("rejected"), List.of(document(1)));
        outcomes.add(first, booked(1), NONE);

        assertEquals(List.of(), outcomes.violations(Map.of("key", List.of(document(1)))));
    }

    /** Of an operation that Altegio does not accept, a rejection may have been injected as well. */
    @Test
    void onlyARejectionInTheEndIsFinal() {
        add("invalid", Reply.rejected("rejected"));
        outcomes.expectFinalOutcomes();
        assertEquals(List.of("invalid"), outcomes.unfinished());

        add("invalid", Reply.rejected("rejected"));
        assertEquals(List.of(), outcomes.unfinished());
    }

    private void add(String key, Reply reply, BookedDocument... documents) {
        Ticket ticket = outcomes.begin(key);
        outcomes.add(ticket, reply, List.of(documents));
        outcomes.end(ticket);
    }

    private static Reply booked(long document) {
        return Reply.booked("booked", document, 1);
    }

    private static BookedDocument document(long id) {
        return new BookedDocument(id, 1);
    }
}
