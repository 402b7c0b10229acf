package io.stockroom.webhooks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stockroom.problems.Problem;
import io.stockroom.problems.RejectedRequestException;
import io.stockroom.problems.Violation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a person reads about an operation that was not booked, without data of others. */
class DeadLetterReasonTest {

    @Test
    void attributesBeginWithTheReason() {
        DeadLetterReason reason = new DeadLetterReason("rejected", 422, "Closed for stocktaking");

        assertEquals("{reason=rejected, status=422, detail=Closed for stocktaking, message_id=id}", reason.attributes("id").toString());
        assertEquals("rejected (422)", reason.toString());
    }

    @ParameterizedTest
    @CsvSource({"Client +359 88 123-45-67 owes 20,Client *** owes 20", "Call (315) 555.0175 now,Call *** now",
            "ann@example.com owes,*** owes",
            "٠١٢٣٤٥٦٧ owes,*** owes", "Article 123456 is missing,Article 123456 is missing", "Room 12 of 34 and 56,Room 12 of 34 and 56"})
    void phoneNumbersAndAddressesAreMasked(String detail, String masked) {
        assertEquals(masked, reason(detail));
    }

    @ParameterizedTest
    @CsvSource({"'a\tb\nc',a b c", "Затворено,Затворено", "' ',none", "'',none"})
    void theDetailIsOneLineThatTheQueueAccepts(String detail, String printed) {
        assertEquals(printed, reason(detail));
    }

    @Test
    void aLongDetailIsCut() {
        assertEquals("é".repeat(500), reason("é".repeat(10_000)));
    }

    /** Altegio's own message omits them. */
    @Test
    void theFieldErrorsOfARejectionAreAdded() {
        Problem problem = Problem.of(422, "rejected", "Rejected", "Invalid").with(List.of(Violation.inBody("/storage_id", "is closed")));

        assertEquals("Invalid; /storage_id: is closed", DeadLetterReason.of(problem).detail());
        assertEquals("Invalid", DeadLetterReason.of(Problem.of(400, "invalid-request", "Invalid", "Invalid")
                .with(problem.errors())).detail());
    }

    private static String reason(String detail) {
        return DeadLetterReason.of(new RejectedRequestException(422, "rejected", "Rejected", detail)).detail();
    }
}
