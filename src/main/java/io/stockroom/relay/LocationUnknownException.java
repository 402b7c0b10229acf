package io.stockroom.relay;

import io.stockroom.problems.Problem;
import io.stockroom.problems.ProblemException;

/** Thrown for a response that may belong to a location that is not allowed: its route has no location in the path. */
final class LocationUnknownException extends ProblemException {

    LocationUnknownException() {
        super(Problem.of(403, "location-not-allowed", "Location not allowed",
                "Not everything in Altegio's response belongs to a location that is allowed"), null);
    }
}
