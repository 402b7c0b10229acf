package io.stockroom.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import io.stockroom.invocation.Caller;
import java.util.Map;
import java.util.Optional;

/**
 * What a Lambda authorizer has found out about the caller of a request: the event's {@code requestContext.authorizer.lambda}, which only
 * API Gateway can set.
 *
 * @param context null if no Lambda authorizer was asked
 */
record Authorization(Map<String, Object> context) {

    private static final String NO_KEY = "A key is required: send it as Authorization: Bearer <key>";

    static Authorization of(APIGatewayV2HTTPEvent event) {
        APIGatewayV2HTTPEvent.RequestContext.Authorizer authorizer = event.getRequestContext() == null ? null
                : event.getRequestContext().getAuthorizer();
        return new Authorization(authorizer == null ? null : authorizer.getLambda());
    }

    boolean isPresent() {
        return context != null;
    }

    Optional<Caller> caller() {
        return context == null ? Optional.empty() : Caller.of(context);
    }

    /** Returns why there is no caller, as a sentence without its period. */
    String denial() {
        return context != null && context.get(Caller.DENIAL) instanceof String reason ? reason : NO_KEY;
    }
}
