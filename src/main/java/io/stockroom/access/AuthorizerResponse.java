package io.stockroom.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.stockroom.invocation.Caller;
import java.util.Map;

/**
 * An authorizer's simple response:
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-lambda-authorizer.html. It always lets the request through to its
 * function, which rejects a context without a caller: what API Gateway responds to a denial, a 403 with {@code {"message":"Forbidden"}},
 * can't be changed, and clients of Altegio read {@code success}.
 *
 * @param context the caller, or why there is none; the function finds it in its event
 */
@RegisterForReflection
public record AuthorizerResponse(@JsonProperty("isAuthorized") boolean isAuthorized, Map<String, String> context) {

    static AuthorizerResponse of(Caller caller) {
        return new AuthorizerResponse(true, caller.context());
    }

    /** @param reason a sentence without its period, for the caller */
    static AuthorizerResponse denied(String reason) {
        return new AuthorizerResponse(true, Map.of(Caller.DENIAL, reason));
    }
}
