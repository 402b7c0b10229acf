package io.stockroom.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stockroom.JumpingClock;
import io.stockroom.altegio.Altegio;
import io.stockroom.altegio.AltegioException.AccessDeniedException;
import io.stockroom.altegio.AltegioException.RejectedException;
import io.stockroom.api.SandboxResource;
import io.stockroom.input.Input;
import io.stockroom.input.JsonBody;
import io.stockroom.invocation.CallContext;
import io.stockroom.local.sandbox.SandboxDocument;
import io.stockroom.local.sandbox.SandboxFault;
import io.stockroom.local.sandbox.SandboxFault.Kind;
import io.stockroom.local.sandbox.SandboxQuirks;
import io.stockroom.local.sandbox.SandboxQuirks.Comments;
import io.stockroom.local.sandbox.SandboxRoute;
import io.stockroom.operations.Bookings.Booked;
import io.stockroom.operations.Bookings.Outcome;
import io.stockroom.problems.ProblemException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is concluded from a search: booked, not booked, a decision of a person, or nothing yet; and what the search costs. */
@QuarkusTest
@QuarkusTestResource(SandboxResource.class)
class ReconciliationTest extends SandboxBookings {

    private static final String NOON = "2026-11-23T12:00:00+02:00";
    private static final int MAX_CALLS = 6;

    private final JumpingClock clock = new JumpingClock();
    private Ledger ledger = new InMemoryLedger(clock, Duration.ofDays(7));
    private final Operation operation = operation("Order", NOON, 1, 3001);
    private int calls;

    @BeforeEach
    void reset() {
        server.sandbox().reset();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aDocumentThatEqualsTheOperationIsACandidateUntilACallerDecides(int lines) {
        server.sandbox().quirks(SandboxQuirks.NONE.comments(Comments.REMOVED));
        Operation sent = operation("Order", NOON, 1, IntStream.range(3001, 3001 + lines).toArray());
        lose(Kind.DROP_AFTER_COMMIT, "lost", sent);
        settle();

        long document = last().id();
        for (int i = 0; i < 3; i++) {
            assertEquals(List.of(document), candidates(assertThrows(DecisionRequiredException.class, () -> book("lost", sent))));
            settle();
        }
        assertEquals(1, server.sandbox().commits().size());
        Booked booked = book("lost", sent, new DocumentDecision(document, false));

        assertEquals(Outcome.RECONCILED, booked.outcome());
        assertTrue(booked.booking().startsWith("{\"document\":{\"id\":" + document), booked.booking());
        assertEquals(Outcome.REPLAYED, book("lost", sent).outcome());
        assertEquals(1, server.sandbox().commits().size());
    }

    /** The lines of a document have ids only; the rows of the search have the relations with their titles. */
    @ParameterizedTest
    @CsvSource({"1, 101", "3, 101", "4, 102", "5, 101"})
    void aBookingThatIsFoundEqualsTheOneThatAltegioReturns(int type, long storage) {
        Operation parties = new Operation(type, operation.createDate(), storage, 201L, "Order", null, null,
                List.of(line(3001, 5001L, null), line(3002, null, 301L)));
        String direct = book("key", parties).booking();
        server.sandbox().reset();
        forgetDocuments();
        server.sandbox().faults().add(SandboxFault.of(Kind.DROP_AFTER_COMMIT).on(SandboxRoute.BOOK));

        Booked found = book("key", parties);

        assertEquals(Outcome.RECONCILED, found.outcome());
        assertEquals(direct, found.booking());
        assertTrue(direct.contains("\"client\":{\"id\":5001,\"name\":"), direct);
    }

    private static OperationLine line(long good, Long client, Long supplier) {
        return new OperationLine(good, BigDecimal.ONE, BigDecimal.TEN, BigDecimal.ZERO, BigDecimal.TEN, 1, null, client, supplier, "Gift",
                null,
                null, null);
    }

    @Test
    void aDeclinedCandidateIsNotTheOperationWhichIsThenBooked() {
        server.sandbox().quirks(SandboxQuirks.NONE.comments(Comments.REMOVED));
        book("equal", operation);
        forgetDocuments();
        lose(Kind.DROP_BEFORE_COMMIT, "lost", operation);
        settle();
        assertThrows(DecisionRequiredException.class, () -> book("lost", operation));
        settle();

        assertEquals(Outcome.BOOKED, book("lost", operation, new DocumentDecision(null, true)).outcome());
        assertEquals(2, server.sandbox().commits().size());
    }

    /** The caller has declined the documents that were reported, and no others. */
    @Test
    void aCandidateThatWasNeverReportedIsNotDeclined() {
        server.sandbox().quirks(SandboxQuirks.NONE.comments(Comments.REMOVED));
        lose(Kind.DROP_AFTER_COMMIT, "lost", operation);
        settle();

        assertThrows(DecisionRequiredException.class, () -> book("lost", operation, new DocumentDecision(null, true)));
        assertEquals(1, server.sandbox().commits().size());
    }

    @Test
    void aDecisionForADocumentThatIsNoCandidateIsRejected() {
        server.sandbox().quirks(SandboxQuirks.NONE.comments(Comments.REMOVED));
        book("other", operation("Order", NOON, 7, 3001));
        long other = last().id();
        lose(Kind.DROP_AFTER_COMMIT, "lost", operation);
        settle();

        ProblemException rejected = assertThrows(NotCandidateException.class,
                () -> book("lost", operation, new DocumentDecision(other, false)));
        assertEquals(List.of(last().id()), candidates(rejected));
        assertEquals(2, server.sandbox().commits().size());
    }

    /** Without a comment, the ledger shows that an equal document is another key's. */
    @Test
    void anotherKeysDocumentIsNoCandidate() {
        server.sandbox().quirks(SandboxQuirks.NONE.comments(Comments.REMOVED));
        book("equal", operation);
        lose(Kind.DROP_BEFORE_COMMIT, "lost", operation);

        assertEquals(Outcome.BOOKED, bookedAfterTwoSearches("lost", operation).outcome());
        assertEquals(2, server.sandbox().commits().size());
    }

    @ParameterizedTest
    @CsvSource({"2026-11-23T12:00:01+02:00, 1, 3001", "2026-11-23T12:07:00+02:00, 1, 3001", "2026-11-25T12:00:00+02:00, 1, 3001",
            NOON + ", 2, 3001", NOON + ", 1, 3002"})
    void aDocumentThatDiffersIsNoCandidate(String created, int amount, int good) {
        server.sandbox().quirks(SandboxQuirks.NONE.comments(Comments.REMOVED));
        book("other", operation("Order", created, amount, good));
        forgetDocuments();
        lose(Kind.DROP_BEFORE_COMMIT, "lost", operation);

        assertEquals(Outcome.BOOKED, bookedAfterTwoSearches("lost", operation).outcome());
    }

    /** At a quiet location nothing shows that the search would find the operation; a second one must agree. */
    @Test
    void oneSearchAtAQuietLocationProvesNothing() {
        lose(Kind.DROP_BEFORE_COMMIT, "lost", operation);
        settle();
        ProblemException unknown = assertThrows(OutcomeUnknownException.class, () -> book("lost", operation));
        assertTrue(unknown.problem().retryAfter().compareTo(config.settle().dividedBy(2)) > 0);
        assertThrows(OutcomeUnknownException.class, () -> book("lost", operation));
        settle();

        assertEquals(Outcome.BOOKED, book("lost", operation).outcome());
        assertEquals(1, server.sandbox().commits().size());
    }

    @Test
    void aRowThatChangedAfterTheSettleTimeProvesThatTheSearchIsCurrent() throws InterruptedException {
        lose(Kind.DROP_BEFORE_COMMIT, "lost", operation);
        // Altegio's times have whole seconds, and one of three has no offset.
        Thread.sleep(config.settle().plusMillis(1000).toMillis());
        for (int i = 0; i < 3; i++) {
            book("later-" + i, operation("Later", NOON, 1, 3001));
        }

        assertEquals(Outcome.BOOKED, book("lost", operation).outcome());
        assertEquals(4, server.sandbox().commits().size());
    }

    /** A commit may be as late as the settle time, and a search may show it later than a row from before. */
    @Test
    void aRowThatChangedWithinTheSettleTimeProvesNothing() throws InterruptedException {
        lose(Kind.DROP_BEFORE_COMMIT, "lost", operation);
        for (int i = 0; i < 3; i++) {
            book("later-" + i, operation("Later", NOON, 1, 3001));
        }
        settle();

        assertThrows(OutcomeUnknownException.class, () -> book("lost", operation));
    }

    @ParameterizedTest
    @EnumSource(value = Comments.class, names = {"UNCHANGED", "REMOVED_FROM_LINES", "MARKER_REMOVED_FROM_DOCUMENT"})
    void aBusyLocationCostsAFewCalls(Comments comments) {
        for (int i = 0; i < 150; i++) {
            book("other-" + i, operation("Order " + i, "2026-11-23T12:0" + i % 10 + ":00+02:00", 1, 3001));
        }
        server.sandbox().quirks(SandboxQuirks.NONE.comments(comments));
        lose(Kind.DROP_BEFORE_COMMIT, "lost", operation);
        int requests = requestsUntilBooked("lost");

        assertEquals(151, server.sandbox().commits().size());
        // With markers in the lines, the rows are enough. Without, 15 documents have the operation's time and are read, three at once.
        assertTrue(requests <= (comments == Comments.REMOVED_FROM_LINES ? 7 : 2), () -> "requests");
    }

    /** Each request reads some documents, and none is read twice. */
    @Test
    void repeatedRequestsFinishASearchThatIsTooLongForOne() {
        for (int i = 0; i < 10; i++) {
            book("other-" + i, operation);
        }
        forgetDocuments();
        server.sandbox().quirks(SandboxQuirks.NONE.comments(Comments.REMOVED_FROM_LINES));
        lose(Kind.DROP_BEFORE_COMMIT, "lost", operation);
        int requests = requestsUntilBooked("lost");

        assertEquals(5, requests);
        assertEquals(11, server.sandbox().commits().size());
    }

    /** Each time only a few pages are read before the time is over; the next request reads on. */
    @Test
    void aSearchThatRunsOutOfTimeGoesOnWhereItStopped() {
        for (int i = 0; i < 12; i++) {
            book("other-" + i, operation);
        }
        lose(Kind.DROP_AFTER_COMMIT, "lost", operation);
        server.sandbox().quirks(SandboxQuirks.NONE.maxPageSize(1).withOldestFirst());
        server.sandbox().faults().add(SandboxFault.of(Kind.DELAY).on(SandboxRoute.SEARCH).times(0).delay(Duration.ofMillis(150)));
        int unfinished = 0;
        settle();
        while (outcome("lost", operation, Duration.ofMillis(900)) == null) {
            unfinished++;
            assertTrue(unfinished < 20, "The search makes no progress");
        }

        assertTrue(unfinished > 0);
        assertEquals(13, server.sandbox().commits().size());
    }

    /** A single line is booked or not; of several, some may be booked although Altegio rejects the operation. */
    @ParameterizedTest
    @CsvSource({"1, 0", "2, 2"})
    void aRejectionIsReturnedOnceNothingCanBeBooked(int lines, int searches) {
        Operation sent = operation("Order", NOON, 1, IntStream.range(3001, 3001 + lines).toArray());
        server.sandbox().faults().add(SandboxFault.of(Kind.REFUSE).on(SandboxRoute.BOOK));

        long before = server.sandbox().traffic().count(SandboxRoute.SEARCH);
        assertThrows(RejectedException.class, () -> book("refused", sent));

        assertEquals(searches, server.sandbox().traffic().count(SandboxRoute.SEARCH) - before);
        assertEquals(Outcome.BOOKED, book("refused", sent).outcome());
        assertEquals(1, server.sandbox().commits().size());
    }

    /** 429 and 401 of Altegio's own are left out: without a commit before them they are retried at once, which the facts permit. */
    @ParameterizedTest
    @ValueSource(ints = {200, 400, 403, 404, 409, 422})
    void anOperationThatIsBookedInPartAndRejectedIsReturnedWithTheReason(int status) {
        Operation sent = operation("Order", NOON, 1, 3001, 3002, 3003);
        server.sandbox().faults().add(SandboxFault.of(Kind.PARTIAL_COMMIT).on(SandboxRoute.BOOK).status(status).message("No such good"));
        if (status == 403) {
            // The permission concerns the whole operation.
            assertThrows(AccessDeniedException.class, () -> book("part", sent));
            return;
        }

        Booked booked = book("part", sent);

        assertEquals(Outcome.RECONCILED, booked.outcome());
        assertTrue(
                booked.booking().contains("\"warnings\":[\"Altegio shows 1 of the operation's 3 lines\",\"Altegio rejected the operation"),
                booked.booking());
        assertEquals(booked.booking(), book("part", sent).booking());
        assertEquals(1, server.sandbox().commits().size());
    }

    /** Whatever a proxy responds, the operation may be booked, or not. */
    @ParameterizedTest
    @CsvSource({"400, 1", "400, 2", "401, 1", "403, 1", "404, 2", "409, 1", "422, 3", "429, 1", "429, 2"})
    void aRejectionByAProxyProvesNothing(int status, int lines) {
        Operation sent = operation("Order", NOON, 1, IntStream.range(3001, 3001 + lines).toArray());
        server.sandbox().faults().add(SandboxFault.of(Kind.PROXY_ERROR_AFTER_COMMIT).on(SandboxRoute.BOOK).status(status));
        assertEquals(Outcome.RECONCILED, book("after", sent).outcome());
        assertEquals(1, server.sandbox().commits().size());

        server.sandbox().faults().add(SandboxFault.of(Kind.PROXY_ERROR).on(SandboxRoute.BOOK).status(status));
        assertThrows(OutcomeUnknownException.class, () -> book("before", sent));
        assertEquals(Outcome.BOOKED, bookedAfterTwoSearches("before", sent).outcome());
        assertEquals(2, server.sandbox().commits().size());
    }

    /** Some rows show a text instead of their document's id: the operation's own, or those of others. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void aRowWithoutTheIdOfItsDocumentDoesNotKeepAKeyUnknown(int others) {
        for (int i = 0; i < others; i++) {
            book("other-" + i, operation);
        }
        lose(Kind.DROP_AFTER_COMMIT, "lost", operation);
        server.sandbox().quirks(SandboxQuirks.NONE.withUnreadableIds());

        assertEquals(Outcome.RECONCILED, book("lost", operation).outcome());
        assertEquals(others + 1, server.sandbox().commits().size());
    }

    /** The document may be booked, and only its payment rejected. */
    @Test
    void aPaymentIsAPartOfItsOwn() {
        Operation unpaid = operation;
        Operation paid = new Operation(unpaid.typeId(), unpaid.createDate(), unpaid.storageId(), unpaid.masterId(), unpaid.comment(), true,
                61L, unpaid.goodsTransactions());
        server.sandbox().faults().add(SandboxFault.of(Kind.REJECTED_AFTER_COMMIT).on(SandboxRoute.BOOK).message("Cash desk is closed"));

        Booked booked = book("paid", paid);

        assertEquals(Outcome.RECONCILED, booked.outcome());
        assertTrue(booked.booking().endsWith("\"warnings\":[\"Altegio rejected the operation: Cash desk is closed\"]}"), booked.booking());
    }

    /** A rejection that only another server can have sent proves nothing. */
    @Test
    void aPageOfAProxyIsNoRejection() {
        server.sandbox().faults().add(SandboxFault.of(Kind.ERROR_503).on(SandboxRoute.BOOK));

        assertThrows(OutcomeUnknownException.class, () -> book("lost", operation));
        assertEquals(Outcome.BOOKED, bookedAfterTwoSearches("lost", operation).outcome());
    }

    private void lose(Kind kind, String key, Operation lost) {
        server.sandbox().faults().add(SandboxFault.of(kind).on(SandboxRoute.BOOK));
        server.sandbox().faults().add(SandboxFault.of(Kind.ERROR_503).on(SandboxRoute.SEARCH).times(2));
        assertThrows(OutcomeUnknownException.class, () -> book(key, lost));
        server.sandbox().faults().clear();
    }

    private Booked bookedAfterTwoSearches(String key, Operation lost) {
        settle();
        assertThrows(OutcomeUnknownException.class, () -> book(key, lost));
        settle();
        return book(key, lost);
    }

    private Outcome outcome(String key, Operation lost) {
        Outcome outcome = outcome(key, lost, Duration.ofSeconds(25));
        assertTrue(calls <= MAX_CALLS, () -> calls + " calls");
        return outcome;
    }

    /** Returns null if the outcome is unknown. */
    private Outcome outcome(String key, Operation lost, Duration time) {
        try {
            return book(key, lost, DocumentDecision.OPEN, time).outcome();
        } catch (OutcomeUnknownException e) {
            return null;
        }
    }

    private Booked book(String key, Operation booked) {
        return book(key, booked, DocumentDecision.OPEN);
    }

    private Booked book(String key, Operation booked, DocumentDecision decision) {
        return book(key, booked, decision, Duration.ofSeconds(25));
    }

    private Booked book(String key, Operation booked, DocumentDecision decision, Duration time) {
        CallContext context = CallContext.in(time, Clock.systemUTC());
        try {
            return bookings(ledger, clock).book(new IdempotencyKey(4564, key), booked, decision, context);
        } finally {
            calls = context.calls().times().size();
        }
    }

    private void settle() {
        clock.jump(config.settle());
    }

    /** Retries a lost request after each settle time, and returns the number of retries. */
    private int requestsUntilBooked(String key) {
        int requests = 0;
        do {
            settle();
            requests++;
        } while (outcome(key, operation) != Outcome.BOOKED);
        return requests;
    }

    /** Replaces the ledger, as if the documents were those of another program. */
    private void forgetDocuments() {
        ledger = new InMemoryLedger(clock, Duration.ofDays(7));
    }

    private SandboxDocument last() {
        List<SandboxDocument> commits = server.sandbox().commits();
        return commits.get(commits.size() - 1);
    }

    private static Object candidates(ProblemException problem) {
        return problem.problem().extensions().get("candidates");
    }

    private static Operation operation(String comment, String created, int amount, int... goods) {
        String lines = String.join(",", IntStream.of(goods).mapToObj(good -> """
                {"good_id": %d, "amount": %d, "cost_per_unit": 10, "discount": 0, "operation_unit_type": 1}""".formatted(good, amount))
                .toList());
        String body = """
                {"type_id": 1, "create_date": "%s", "storage_id": 101, "master_id": 201, "comment": "%s", "goods_transactions": [%s]}
                """.formatted(created, comment, lines);
        return Operation.from(Input.ofParameters(Map.of()).body(JsonBody.read(body.getBytes(StandardCharsets.UTF_8))));
    }
}
