package io.stockroom.http;

import io.stockroom.altegio.AltegioFailure.BreakerOpen;
import io.stockroom.altegio.AltegioFailure.CredentialsRefused;
import io.stockroom.altegio.AltegioFailure.Denied;
import io.stockroom.altegio.AltegioFailure.Limited;
import io.stockroom.altegio.AltegioFailure.NotFound;
import io.stockroom.altegio.AltegioFailure.Refused;
import io.stockroom.altegio.AltegioFailure.TimedOut;
import io.stockroom.altegio.AltegioFailure.Unavailable;
import io.stockroom.altegio.AltegioFailure.Unreadable;
import io.stockroom.altegio.AltegioFailure;
import io.stockroom.input.Fault;
import io.stockroom.input.InvalidInput;
import java.time.Duration;
import java.util.List;

/** The one place that turns a failure into what the caller is told. */
public final class Problems {

    private static final Duration SOON = Duration.ofSeconds(5);

    private Problems() {
    }

    public static Problem of(RuntimeException failure) {
        if (failure instanceof InvalidInput input) {
            return Problem.of(400, "invalid-request", "The request is not valid", failure.getMessage()).with(input.faults());
        }
        if (failure instanceof ProblemException known) {
            return known.problem();
        }
        if (failure instanceof AltegioFailure altegio) {
            return ofAltegio(altegio);
        }
        return Problem.of(500, "internal-error", "Stockroom failed", "An error in Stockroom; its log says which");
    }

    private static Problem ofAltegio(AltegioFailure failure) {
        String detail = failure.getMessage();
        if (failure instanceof Refused refused) {
            return Problem.of(422, "refused", "Altegio refuses it", detail).with(faults(refused));
        }
        if (failure instanceof Denied) {
            return Problem.of(403, "access-denied", "Altegio denies access", detail);
        }
        if (failure instanceof NotFound) {
            return Problem.of(404, "not-found", "Altegio does not know it", detail);
        }
        if (failure instanceof Limited limited) {
            return Problem.of(429, "rate-limited", "Altegio's rate limit", detail).retryAfter(limited.retryAfter());
        }
        if (failure instanceof CredentialsRefused) {
            return Problem.of(502, "credentials-refused", "Altegio refuses Stockroom's own credentials", detail);
        }
        if (failure instanceof Unreadable) {
            return Problem.of(502, "unreadable-answer", "Altegio answered nonsense", detail);
        }
        if (failure instanceof TimedOut) {
            return Problem.of(504, "timed-out", "Altegio did not answer in time", detail);
        }
        Duration wait = failure instanceof BreakerOpen open ? open.retryAfter() : SOON;
        return Problem.of(503, "unavailable", "Altegio is not available", detail).retryAfter(wait);
    }

    private static List<Fault> faults(Refused refused) {
        return refused.fields().entrySet().stream().map(field -> Fault.inBody(field.getKey(), field.getValue())).toList();
    }
}
