package io.stockroom.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Who sends a request, as API Gateway knows it: the ARN of an IAM user or role, the subject of a JWT, or the caller of an authorizer. */
final class CallerId {

    private CallerId() {
    }

    /** Returns empty text if API Gateway knows nobody. */
    static String of(APIGatewayV2HTTPEvent event) {
        APIGatewayV2HTTPEvent.RequestContext.Authorizer authorizer = event.getRequestContext() == null ? null
                : event.getRequestContext().getAuthorizer();
        if (authorizer == null) {
            return "";
        }
        Object iam = authorizer.getIam() == null ? null : authorizer.getIam().getUserArn();
        Object subject = authorizer.getJwt() == null ? null : orEmpty(authorizer.getJwt().getClaims()).get("sub");
        Object caller = orEmpty(authorizer.getLambda()).get("caller");
        return Stream.of(iam, subject, caller).filter(Objects::nonNull).findFirst().map(Object::toString).orElse("");
    }

    private static Map<String, ?> orEmpty(Map<String, ?> map) {
        return map == null ? Map.of() : map;
    }
}
