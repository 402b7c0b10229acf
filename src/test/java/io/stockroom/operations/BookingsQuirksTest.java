package io.stockroom.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stockroom.altegio.Altegio;
import io.stockroom.api.SandboxResource;
import io.stockroom.input.Input;
import io.stockroom.input.JsonBody;
import io.stockroom.invocation.CallContext;
import io.stockroom.local.sandbox.SandboxFault;
import io.stockroom.local.sandbox.SandboxFault.Kind;
import io.stockroom.local.sandbox.SandboxQuirks;
import io.stockroom.local.sandbox.SandboxQuirks.Comments;
import io.stockroom.local.sandbox.SandboxRoute;
import io.stockroom.operations.Bookings.Booked;
import io.stockroom.operations.Bookings.Outcome;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Loses the response to an operation, and searches for it in an Altegio that behaves in each of the ways that are not known. */
@QuarkusTest
@QuarkusTestResource(SandboxResource.class)
class BookingsQuirksTest extends SandboxBookings {

    private static final int OTHERS = 40;
    private static final Set<Comments> WITHOUT_MARKER = EnumSet.of(Comments.MARKER_REMOVED, Comments.REMOVED, Comments.ABSENT);

    @Inject
    Clock clock;

    private final Ledger ledger = new InMemoryLedger(Clock.systemUTC(), Duration.ofDays(1));

    @BeforeEach
    void reset() {
        server.sandbox().reset();
    }

    static Stream<SandboxQuirks> quirks() {
        return Stream.concat(
                Stream.of(SandboxQuirks.NONE, SandboxQuirks.NONE.maxPageSize(25).withOldestFirst(), SandboxQuirks.NONE.maxPageSize(20),
                        SandboxQuirks.NONE.withIgnoredOffsets(), SandboxQuirks.NONE.withUnreadableIds(),
                        SandboxQuirks.NONE.maxPageSize(25).withOldestFirst().withIgnoredOffsets().comments(Comments.REMOVED_FROM_LINES)),
                Stream.of(Comments.values()).filter(each -> !WITHOUT_MARKER.contains(each)).map(SandboxQuirks.NONE::comments));
    }

    @ParameterizedTest
    @MethodSource("quirks")
    void findsTheOperationAgain(SandboxQuirks quirks) {
        for (int i = 0; i < OTHERS; i++) {
            bookings(ledger, clock).book(key("other-" + i), operation("Order " + i, 1), context());
        }
        server.sandbox().quirks(quirks);
        loseResponseAndSearch();
        assertThrows(OutcomeUnknownException.class,
                () -> bookings(ledger, clock).book(key("lost"), operation("Order \ud83d\ude00 lost", 1), context()));

        Booked found = found(key("lost"), operation("Order \ud83d\ude00 lost", 1));

        assertEquals(Outcome.RECONCILED, found.outcome());
        assertEquals(OTHERS + 1, server.sandbox().commits().size());
        assertTrue(!found.booking().toLowerCase().contains("sr:"), found.booking());
    }

    @ParameterizedTest
    @EnumSource(value = Comments.class, names = {"MARKER_REMOVED", "REMOVED", "ABSENT"})
    void asksWhetherADocumentWithoutAMarkerIsTheOperations(Comments comments) {
        server.sandbox().quirks(SandboxQuirks.NONE.comments(comments));
        loseResponseAndSearch();
        assertThrows(OutcomeUnknownException.class, () -> bookings(ledger, clock).book(key("lost"), operation("Order", 1), context()));

        DecisionRequiredException asked = assertThrows(DecisionRequiredException.class,
                () -> settled().book(key("lost"), operation("Order", 1), context()));

        long booked = server.sandbox().commits().get(0).id();
        assertTrue(asked.problem().toString().contains(String.valueOf(booked)), asked::toString);
        assertEquals(1, server.sandbox().commits().size());
    }

    /** Once the document is known, the operation is booked: its lines are left out if Altegio does not show them. */
    @ParameterizedTest
    @EnumSource(value = Kind.class, names = {"FORBID", "NOT_FOUND", "REFUSE", "GARBAGE"})
    void aDocumentWithUnreadableLinesIsABooking(Kind kind) {
        loseResponseAndSearch();
        assertThrows(OutcomeUnknownException.class, () -> bookings(ledger, clock).book(key("lost"), operation("Order", 1), context()));
        server.sandbox().faults().add(SandboxFault.of(kind).on(SandboxRoute.DOCUMENT_LINES).times(0));

        Booked found = settled().book(key("lost"), operation("Order", 1), context());

        assertEquals(Outcome.RECONCILED, found.outcome());
        assertTrue(found.booking().endsWith("\"transactions\":[],\"warnings\":[\"Altegio does not show the lines of the document\"]}"),
                found.booking());
        assertEquals(1, server.sandbox().commits().size());
    }

    /** Repeats the request while documents are left to be read: only some at once are. */
    private Booked found(IdempotencyKey key, Operation operation) {
        for (int request = 1;; request++) {
            try {
                return settled().book(key, operation, context());
            } catch (OutcomeUnknownException e) {
                assertTrue(request <= OTHERS / 3, e::getMessage);
            }
        }
    }

    private void loseResponseAndSearch() {
        server.sandbox().faults().add(SandboxFault.of(Kind.DROP_AFTER_COMMIT).on(SandboxRoute.BOOK));
        server.sandbox().faults().add(SandboxFault.of(Kind.ERROR_503).on(SandboxRoute.SEARCH).times(2));
    }

    /** Returns the bookings after the settle time, when an operation that is not found is sent again. */
    private Bookings settled() {
        return bookings(ledger, Clock.offset(clock, config.settle().plusSeconds(60)));
    }

    private CallContext context() {
        return CallContext.in(Duration.ofSeconds(25), clock);
    }

    private static IdempotencyKey key(String value) {
        return new IdempotencyKey(4564, value);
    }

    private static Operation operation(String comment, int amount) {
        String body = """
                {"type_id": 1, "create_date": "2026-11-23T10:00:00+02:00", "storage_id": 101, "master_id": 201, "comment": "%s",
                "goods_transactions": [{"good_id": 3001, "amount": %d, "cost_per_unit": 10, "discount": 0, "operation_unit_type": 1}]}
                """.formatted(comment, amount);
        return Operation.from(Input.ofParameters(Map.of()).body(JsonBody.read(body.getBytes(StandardCharsets.UTF_8))));
    }
}
