package io.stockroom.relay;

import io.stockroom.problems.Problem;
import io.stockroom.problems.ProblemException;
import java.util.List;

/** Thrown for a request that no route matches. */
final class RouteNotFoundException extends ProblemException {

    RouteNotFoundException(List<String> routes) {
        super(Problem.of(404, "route-not-found", "Route not found", "No route matches the request; there are " + String.join(", ", routes)),
                null);
    }
}
