package io.stockroom.http;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import io.stockroom.invocation.Caller;
import io.stockroom.problems.Problem;
import io.stockroom.problems.RejectedRequestException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallerGuardTest {

    private static final String READ = "GET /storages/{location_id}";
    private static final String BOOK = "POST /storage_operations/operation/{location_id}";
    private static final Map<String, Object> SHOP = Map.of("caller", "shop", "locations", "4564,4565", "may", "read,book");

    private final CallerGuard closed = new CallerGuard(() -> Optional.of("keys"));
    private final CallerGuard open = new CallerGuard(Optional::empty);

    @Test
    void withoutKeysTheGatewayAloneDecides() {
        for (String mode : new String[] {"iam", "jwt"}) {
            assertDoesNotThrow(() -> new CallerGuard(() -> Optional.of(mode)).check(request(READ, "4564", null)));
        }
        assertDoesNotThrow(() -> open.check(request(BOOK, "4564", null)));
    }

    @Test
    void withKeysARequestThatNoAuthorizerSawIsRejected() {
        assertProblem(closed, request(READ, "4564", null), 401, "unauthorized",
                "A key is required: send it as Authorization: Bearer <key>");
    }

    /** Also where the mode is not set: the authorizer has spoken. */
    @Test
    void theAuthorizersReasonReachesTheCaller() {
        for (CallerGuard guard : new CallerGuard[] {closed, open}) {
            assertProblem(guard, request(READ, "4564", Map.of("denial", "The key is not valid")), 401, "unauthorized",
                    "The key is not valid");
            assertProblem(guard, request(READ, "4564", Map.of()), 401, "unauthorized",
                    "A key is required: send it as Authorization: Bearer <key>");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {READ, BOOK})
    void aCallerUsesItsLocationsOnly(String route) {
        assertDoesNotThrow(() -> closed.check(request(route, "4564", SHOP)));
        assertDoesNotThrow(() -> closed.check(request(route, "4565", SHOP)));
        assertProblem(closed, request(route, "4566", SHOP), 403, "location-not-allowed",
                "Location 4566 is not one of the caller shop");
        assertProblem(closed, request(route, "456", SHOP), 403, "location-not-allowed", "Location 456 is not one of the caller shop");
    }

    @ParameterizedTest
    @CsvSource({"read,GET,true", "read,POST,false", "read,PUT,false", "read,'',false", "read,get,false", "book,GET,false", "book,POST,true",
            "'read,book',GET,true", "'book,read',POST,true"})
    void anythingButAGetRequiresTheRightToBook(String rights, String method, boolean allowed) {
        Request request = request(method + " /x/{location_id}", "4564", with("may", rights));

        if (allowed) {
            assertDoesNotThrow(() -> closed.check(request));
        } else {
            assertProblem(closed, request, 403, "action-not-allowed",
                    "The caller shop may not " + (method.equals("GET") ? "read" : "book"));
        }
    }

    @Test
    void aRouteWithoutALocationIsClosedToCallersWithLocations() {
        assertProblem(closed, request("GET /companies", "companies", SHOP), 403, "location-not-allowed",
                "The caller shop is limited to its locations, and this route has none");
    }

    /** Only for handlers that ask for it: they show a caller nothing but its locations. */
    @Test
    void aHandlerThatFiltersByLocationNeedsNoneInThePath() {
        assertDoesNotThrow(() -> closed.checkAcrossLocations(request("GET /companies", "companies", SHOP)));
        assertDoesNotThrow(() -> open.checkAcrossLocations(request("GET /companies", "companies", null)));
        assertDoesNotThrow(() -> closed.checkAcrossLocations(request("GET /company/{location_id}", "4565", SHOP)));
        assertProblem(closed::checkAcrossLocations, request("GET /company/{location_id}", "4566", SHOP), 403, "location-not-allowed",
                "Location 4566 is not one of the caller shop");
        assertProblem(closed::checkAcrossLocations, request("POST /companies", "companies", with("may", "read")), 403, "action-not-allowed",
                "The caller shop may not book");
        assertProblem(closed::checkAcrossLocations, request("GET /companies", "companies", null), 401, "unauthorized",
                "A key is required: send it as Authorization: Bearer <key>");
    }

    @Test
    void aMalformedLocationIsForTheHandlerToReport() {
        assertDoesNotThrow(() -> closed.check(request(READ, "abc", SHOP)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"caller|", "caller|' '", "locations|", "locations|''", "locations|all", "locations|4564,",
            "locations|*",
            "may|", "may|''", "may|write", "may|read;book"})
    void aContextThatCannotBeReadHasNoCaller(String field, String value) {
        assertProblem(closed, request(READ, "4564", with(field, value)), 401, "unauthorized",
                "A key is required: send it as Authorization: Bearer <key>");
    }

    @Test
    void whatTheAuthorizerWritesIsRead() {
        Caller caller = Caller.of(SHOP).orElseThrow();

        assertEquals(SHOP, caller.context());
        assertEquals(Optional.of(caller), Caller.of(caller.context()));
        assertEquals(Optional.of(caller), request(READ, "4564", SHOP).caller());
    }

    private static Map<String, Object> with(String field, String value) {
        Map<String, Object> context = new HashMap<>(SHOP);
        context.put(field, value);
        return context;
    }

    private static Request request(String route, String location, Map<String, Object> context) {
        RequestContext.Authorizer authorizer = new RequestContext.Authorizer();
        authorizer.setLambda(context);
        return AuthorizedRequest.of(route, location, authorizer);
    }

    private static void assertProblem(CallerGuard guard, Request request, int status, String name, String detail) {
        assertProblem(guard::check, request, status, name, detail);
    }

    private static void assertProblem(Consumer<Request> guard, Request request, int status, String name, String detail) {
        Problem problem = assertThrows(RejectedRequestException.class, () -> guard.accept(request)).problem();
        assertEquals(status + " " + name + " " + detail, problem.status() + " " + problem.name() + " " + problem.detail());
    }
}
