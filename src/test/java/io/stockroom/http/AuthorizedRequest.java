package io.stockroom.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;

/** Creates requests as API Gateway passes them on after its authorizer. */
final class AuthorizedRequest {

    private AuthorizedRequest() {
    }

    /** @param route method and path, such as {@code GET /storages/{location_id}} */
    static Request of(String route, String location, RequestContext.Authorizer authorizer) {
        APIGatewayV2HTTPEvent event = APIGatewayV2HTTPEvent.builder().withRouteKey(route).withRawPath("/any/" + location)
                .withRequestContext(RequestContext.builder()
                        .withHttp(RequestContext.Http.builder().withMethod(route.split(" ")[0]).build())
                        .withAuthorizer(authorizer).build())
                .build();
        return new Request(event, RequestHeaders.of(event), null, new ResponseContext());
    }
}
