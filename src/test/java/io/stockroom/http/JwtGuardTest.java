package io.stockroom.http;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import io.stockroom.problems.RejectedRequestException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JwtGuardTest {

    private static final String READ = "GET /storages/{location_id}";
    private static final String BOOK = "POST /storage_operations/operation/{location_id}";

    private final CallerGuard callerGuard = new CallerGuard(Optional::empty);

    @Test
    void withoutSettingsTheGatewayAloneDecides() {
        assertDoesNotThrow(() -> check(guard(null, null, null), request(READ, "4564", null)));
    }

    @Test
    void eachKindOfRequestNeedsItsScope() {
        JwtGuard guard = guard(null, "stock:read", "stock:book");
        Map<String, String> reader = Map.of("sub", "till", "scope", "openid stock:read");

        assertDoesNotThrow(() -> check(guard, request(READ, "4564", reader)));
        assertRejected(403, "The token does not have the scope stock:book", guard, request(BOOK, "4564", reader));
        assertRejected(403, "The token does not have the scope stock:read", guard, request(READ, "4564", Map.of("sub", "till")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[4564 4565]", "4564,4565", "[\"4564\", \"4565\"]", "4565 4564"})
    void aCallerUsesTheLocationsOfItsClaimOnly(String claim) {
        JwtGuard guard = guard("locations", null, null);
        Request request = request(READ, "4564", Map.of("sub", "till", "locations", claim));

        assertDoesNotThrow(() -> check(guard, request));
        assertEquals(Set.of(4564L, 4565L), request.caller().orElseThrow().locations());
        assertRejected(403, "Location 4566 is not one of the caller till", guard,
                request(BOOK, "4566", Map.of("sub", "till", "locations", claim)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "all", "*", "0", "4564x"})
    void aClaimThatCannotBeReadAllowsNothing(String claim) {
        assertRejected(403, "The token has no subject, or no locations in its claim locations", guard("locations", null, null),
                request(READ, "4564", Map.of("sub", "till", "locations", claim)));
    }

    @Test
    void aRequestWithoutATokenIsRejected() {
        assertRejected(401, "A JSON Web Token is required: send it as Authorization: Bearer <token>", guard("locations", null, null),
                request(READ, "4564", null));
    }

    private void check(JwtGuard guard, Request request) {
        guard.admit(request);
        callerGuard.check(request);
    }

    private void assertRejected(int status, String detail, JwtGuard guard, Request request) {
        RejectedRequestException failure = assertThrows(RejectedRequestException.class, () -> check(guard, request));
        assertEquals(status + " " + detail, failure.problem().status() + " " + failure.problem().detail());
        assertTrue(failure.problem().detail().length() < 200);
    }

    private static JwtGuard guard(String claim, String readScope, String bookScope) {
        return new JwtGuard(new JwtConfig() {
            @Override
            public Optional<String> locationsClaim() {
                return Optional.ofNullable(claim);
            }

            @Override
            public Optional<String> readScope() {
                return Optional.ofNullable(readScope);
            }

            @Override
            public Optional<String> bookScope() {
                return Optional.ofNullable(bookScope);
            }
        });
    }

    private static Request request(String route, String location, Map<String, String> claims) {
        RequestContext.Authorizer authorizer = new RequestContext.Authorizer();
        if (claims != null) {
            authorizer.setJwt(RequestContext.Authorizer.JWT.builder().withClaims(claims).build());
        }
        return AuthorizedRequest.of(route, location, authorizer);
    }
}
