package io.stockroom.relay;

import io.stockroom.problems.Problem;
import io.stockroom.problems.ProblemException;

/** Thrown for a response that may belong to a location that is not allowed: its route has no location in the path. */
final class LocationUnknownException extends ProblemException {

    LocationUnknownException() {
        this("Not everything in Altegio's response belongs to a location that is allowed");
    }

    private LocationUnknownException(String detail) {
        super(Problem.of(403, "location-not-allowed", "Location not allowed", detail), null);
    }

    static LocationUnknownException ofAccounts(int count, int max) {
        return new LocationUnknownException(count == 0 ? "None of the locations that are allowed has an Altegio account"
                : "The route has no location, and the locations that are allowed belong to " + count + " Altegio accounts; at most " + max
                        + " are asked");
    }
}
