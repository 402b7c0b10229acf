package io.stockroom.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext.Authorizer.JWT;
import io.stockroom.invocation.Right;
import io.stockroom.problems.RejectedRequestException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Lets callers with JSON Web Tokens do what their scopes allow, at the locations in their claim. API Gateway has verified the token. Decided
 * here for all routes, because one route of API Gateway, the default one, passes on both what reads and what books.
 */
@ApplicationScoped
class JwtGuard {

    private static final String SCOPE = "scope";
    private static final String SUBJECT = "sub";

    private final JwtConfig config;

    JwtGuard(JwtConfig config) {
        this.config = config;
    }

    /**
     * Checks the scopes, and limits the request to the locations of its caller.
     *
     * @throws RejectedRequestException with status 401 if there is no token, or 403 if it does not allow this
     */
    void admit(Request request) {
        Optional<String> scope = request.isRead() ? config.readScope() : config.bookScope();
        if (scope.isEmpty() && config.locationsClaim().isEmpty()) {
            return;
        }
        JWT token = token(request.event()).orElseThrow(() -> new RejectedRequestException(401, "unauthorized", "Unauthorized",
                "A JSON Web Token is required: send it as Authorization: Bearer <token>"));
        scope.filter(required -> !scopes(token).contains(required)).ifPresent(missing -> {
            throw new RejectedRequestException(403, "action-not-allowed", "Action not allowed",
                    "The token does not have the scope " + missing);
        });
        config.locationsClaim().ifPresent(claim -> request.authorization(authorization(token, claim)));
    }

    private static Optional<JWT> token(APIGatewayV2HTTPEvent event) {
        return Optional.ofNullable(event.getRequestContext()).map(APIGatewayV2HTTPEvent.RequestContext::getAuthorizer)
                .map(APIGatewayV2HTTPEvent.RequestContext.Authorizer::getJwt);
    }

    private static Set<String> scopes(JWT token) {
        Set<String> scopes = new HashSet<>(token.getScopes() == null ? List.of() : token.getScopes());
        scopes.addAll(List.of(claim(token, SCOPE).split("\\s+")));
        return scopes;
    }

    /** API Gateway passes on an array as text, such as {@code [4564 4565]}. */
    private static Authorization authorization(JWT token, String claim) {
        String locations = claim(token, claim).replaceAll("[\\[\\]\",\\s]+", " ").strip().replace(' ', ',');
        Authorization authorization = new Authorization(Map.of("caller", claim(token, SUBJECT), "locations", locations, "may",
                Right.READ.label() + "," + Right.BOOK.label()));
        if (authorization.caller().isEmpty()) {
            throw new RejectedRequestException(403, "location-not-allowed", "Location not allowed",
                    "The token has no subject, or no locations in its claim " + claim);
        }
        return authorization;
    }

    private static String claim(JWT token, String name) {
        Map<String, String> claims = token.getClaims() == null ? Map.of() : token.getClaims();
        return claims.getOrDefault(name, "");
    }
}
