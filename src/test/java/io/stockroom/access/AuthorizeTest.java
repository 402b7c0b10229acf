package io.stockroom.access;

import static io.stockroom.access.CallersConfigs.SHOP_AND_TILL;
import static io.stockroom.access.CallersConfigs.SHOP_KEY;
import static io.stockroom.access.CallersConfigs.TILL_KEY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import io.stockroom.MovableClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AuthorizeTest {

    private static final Map<String, String> SHOP = Map.of("caller", "shop", "locations", "4564", "may", "read,book");
    private static final Map<String, String> WRONG_TOKEN = Map.of("denial",
            "The user token is not valid for this key, or has expired: log in with POST /auth");
    private static final Map<String, String> NO_KEY = Map.of("denial", "A key is required: send it as Authorization: Bearer <key>");

    private final MovableClock clock = new MovableClock();
    private final Callers callers = new Callers(CallersConfigs.of(SHOP_AND_TILL));
    private final Authorize authorize = new Authorize(callers, clock);

    @Test
    void aKeyIsItsCaller() {
        assertEquals(SHOP, context("Bearer " + SHOP_KEY));
        assertEquals(Map.of("caller", "till", "locations", "4564,4565", "may", "book"), context("Bearer " + TILL_KEY));
    }

    @Test
    void aTokenIsValidForItsKeyUntilItEnds() {
        String token = token(Duration.ofDays(30));
        String header = "Bearer " + SHOP_KEY + ", User " + token;

        assertEquals(SHOP, context(header));
        assertEquals(WRONG_TOKEN, context("Bearer " + TILL_KEY + ", User " + token));
        assertEquals(Map.of("denial", "The key is not valid"), context("Bearer other-key-other-key-other, User " + token));
        clock.move(Duration.ofDays(30));
        assertEquals(WRONG_TOKEN, context(header));
        assertEquals(SHOP, context("Bearer " + SHOP_KEY));
    }

    @Test
    void theKeyCountsAsItsOwnToken() {
        assertEquals(SHOP, context("Bearer " + SHOP_KEY + ", User " + SHOP_KEY));
        assertEquals(WRONG_TOKEN, context("Bearer " + SHOP_KEY + ", User " + TILL_KEY));
    }

    @Test
    void withoutAKeyThereIsNoCaller() {
        assertEquals(NO_KEY, context(null));
        assertEquals(NO_KEY, context("User " + token(Duration.ofDays(1))));
        assertEquals(NO_KEY, authorize.handleRequest(null, null).context());
        assertEquals(NO_KEY, authorize.handleRequest(new APIGatewayV2HTTPEvent(), null).context());
    }

    @Test
    void theHeadersNameIsReadInAnyCase() {
        APIGatewayV2HTTPEvent event = APIGatewayV2HTTPEvent.builder().withHeaders(Map.of("Authorization", "Bearer " + SHOP_KEY)).build();

        assertEquals(SHOP, authorize.handleRequest(event, null).context());
    }

    /** So a response for one route, kept by API Gateway, is right for another: what the caller may do there is checked in its function. */
    @Test
    void theRouteDecidesNothing() {
        for (String route : List.of("GET /storages/{location_id}", "POST /storage_operations/operation/{location_id}", "GET /companies")) {
            APIGatewayV2HTTPEvent event = APIGatewayV2HTTPEvent.builder().withRouteKey(route).withPathParameters(Map.of("location_id", "7"))
                    .withHeaders(Map.of("authorization", "Bearer " + SHOP_KEY)).build();

            assertEquals(AuthorizerResponse.of(callers.byKey(SHOP_KEY).orElseThrow().caller()), authorize.handleRequest(event, null),
                    route);
        }
    }

    /** The function rejects what has no caller, with a body that clients of Altegio understand. */
    @Test
    void everyRequestReachesItsFunction() {
        assertTrue(authorize.handleRequest(null, null).isAuthorized());
    }

    private String token(Duration time) {
        return callers.byKey(SHOP_KEY).orElseThrow().tokens().endingAt(clock.instant().plus(time));
    }

    private Map<String, String> context(String header) {
        return authorize.handleRequest(APIGatewayV2HTTPEvent.builder()
                .withHeaders(header == null ? Map.of() : Map.of("authorization", header)).build(), null).context();
    }
}
