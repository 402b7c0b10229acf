package io.stockroom.http;

import io.stockroom.invocation.Caller;
import io.stockroom.invocation.Right;
import io.stockroom.problems.RejectedRequestException;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Lets callers with keys do what they may do, at their locations, and nobody else do anything. Decided here and not by the authorizer, so
 * that no cached response of the authorizer can open another route. Without keys, API Gateway alone decides who may call.
 */
@ApplicationScoped
class CallerGuard {

    private static final String LOCATION_PARAMETER = "{location_id}";
    private static final String LOCATION_NOT_ALLOWED = "location-not-allowed";
    private static final String TITLE = "Location not allowed";

    private final boolean requiresKey;

    CallerGuard(AccessConfig config) {
        this.requiresKey = config.mode().filter(AccessConfig.KEYS::equals).isPresent();
    }

    /**
     * Checks a request to a route with a location.
     *
     * @throws RejectedRequestException with status 401 if the caller is unknown, or 403 if it may not do this
     */
    void check(Request request) {
        checkAcrossLocations(request);
        if (request.location() == null && !request.route().contains(LOCATION_PARAMETER)) {
            request.caller().ifPresent(caller -> {
                throw new RejectedRequestException(403, LOCATION_NOT_ALLOWED, TITLE,
                        "The caller " + caller.name() + " is limited to its locations, and this route has none");
            });
        }
    }

    /**
     * Checks a request whose response may be about several locations: the handler shows only those that {@link Caller#mayUse}. If the path
     * has a location, it must be the caller's. A malformed one gets its own error, from {@link Request#locationId}.
     *
     * @throws RejectedRequestException with status 401 if the caller is unknown, or 403 if it may not do this
     */
    void checkAcrossLocations(Request request) {
        if (requiresKey || request.authorization().isPresent()) {
            Caller caller = request.caller().orElseThrow(() -> new RejectedRequestException(401, "unauthorized", "Unauthorized",
                    request.authorization().denial()));
            checkRight(caller, request.isRead() ? Right.READ : Right.BOOK);
            checkLocation(caller, request.location());
        }
    }

    private static void checkRight(Caller caller, Right right) {
        if (!caller.may(right)) {
            throw new RejectedRequestException(403, "action-not-allowed", "Action not allowed",
                    "The caller " + caller.name() + " may not " + right.label());
        }
    }

    private static void checkLocation(Caller caller, Long location) {
        if (location != null && !caller.mayUse(location)) {
            throw new RejectedRequestException(403, LOCATION_NOT_ALLOWED, TITLE,
                    "Location " + location + " is not one of the caller " + caller.name());
        }
    }
}
