package io.stockroom.access;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.Map;

/** The API's authorizer: finds out which caller sent a request, by its key or its user token. The event is the request without its body. */
@Named("authorize")
@ApplicationScoped
public class Authorize implements RequestHandler<APIGatewayV2HTTPEvent, AuthorizerResponse> {

    private static final AuthorizerResponse NO_KEY = AuthorizerResponse.denied("A key is required: send it as Authorization: Bearer <key>");
    private static final AuthorizerResponse WRONG_KEY = AuthorizerResponse.denied("The key is not valid");
    private static final AuthorizerResponse WRONG_TOKEN = AuthorizerResponse
            .denied("The user token is not valid for this key, or has expired: log in with POST /auth");

    private final Callers callers;
    private final Clock clock;

    Authorize(Callers callers, Clock clock) {
        this.callers = callers;
        this.clock = clock;
    }

    @Override
    public AuthorizerResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        AuthorizationHeader header = AuthorizationHeader.of(header(event));
        return header.key() == null ? NO_KEY
                : callers.byKey(header.key()).map(caller -> response(caller, header)).orElse(WRONG_KEY);
    }

    /** A program with two fixed tokens in its settings may send the key as both. */
    private AuthorizerResponse response(CallerKey caller, AuthorizationHeader header) {
        boolean isAccepted = header.token() == null || caller.key().matches(Secret.of(header.token()))
                || caller.tokens().accept(header.token(), clock.instant());
        return isAccepted ? AuthorizerResponse.of(caller.caller()) : WRONG_TOKEN;
    }

    /** Returns the header, whose name API Gateway writes in lower case; null without it. */
    private static String header(APIGatewayV2HTTPEvent event) {
        Map<String, String> headers = event == null || event.getHeaders() == null ? Map.of() : event.getHeaders();
        return headers.entrySet().stream().filter(header -> header.getKey().equalsIgnoreCase("Authorization")).map(Map.Entry::getValue)
                .findFirst().orElse(null);
    }
}
