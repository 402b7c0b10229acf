package io.stockroom.local;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Base64;
import org.jboss.logging.Logger;

/**
 * Maps each route of the deployed HTTP API to its function, and returns API Gateway's own error responses. {@link RouteFilter} removes the
 * optional prefix of a path before it is matched.
 */
@Path("/")
@Consumes(MediaType.WILDCARD)
public class LocalGateway {

    private static final Logger LOG = Logger.getLogger(LocalGateway.class);

    private final LocalFunctions functions;
    private final LocalAuthorizer authorizer;
    private final Clock clock;

    @Context
    HttpServerRequest http;

    LocalGateway(LocalFunctions functions, LocalAuthorizer authorizer, Clock clock) {
        this.functions = functions;
        this.authorizer = authorizer;
        this.clock = clock;
    }

    @GET
    @Path("storages/{location_id}")
    public Response listStorages(byte[] body) {
        return invoke("GET /storages/{location_id}", body, "list-storages");
    }

    @GET
    @Path("goods/{location_id}")
    public Response listGoods(byte[] body) {
        return invoke("GET /goods/{location_id}", body, "list-goods");
    }

    @GET
    @Path("storages/transactions/{location_id}")
    public Response searchTransactions(byte[] body) {
        return invoke("GET /storages/transactions/{location_id}", body, "search-transactions");
    }

    @POST
    @Path("storage_operations/operation/{location_id}")
    public Response createOperation(byte[] body) {
        return invoke("POST /storage_operations/operation/{location_id}", body, "create-operation");
    }

    @POST
    @Path("webhooks/operations/{location_id}")
    public Response receiveWebhook(byte[] body) {
        return invoke("POST /webhooks/operations/{location_id}", body, "receive-webhook");
    }

    @POST
    @Path("webhooks/altegio/{location_id}")
    public Response receiveEvent(byte[] body) {
        return invoke("POST /webhooks/altegio/{location_id}", body, "receive-webhook");
    }

    @POST
    @Path("webhooks/altegio/{location_id}/{token}")
    public Response receiveEventWithToken(byte[] body) {
        return invoke("POST /webhooks/altegio/{location_id}/{token}", body, "receive-webhook");
    }

    @POST
    @Path("webhooks/shops/{shop}")
    public Response receiveOrder(byte[] body) {
        return invoke("POST /webhooks/shops/{shop}", body, "receive-webhook");
    }

    @POST
    @Path("auth")
    public Response logIn(byte[] body) {
        return invoke("POST /auth", body, "log-in");
    }

    /** Calls the function of the default route. */
    @GET
    @Path("{path: .+}")
    public Response relay(byte[] body) {
        return send(GatewayEvent.of(GatewayEvent.DEFAULT, http.uri(), clock.instant()).method(http.method().name()).body(body), "relay");
    }

    private Response invoke(String route, byte[] body, String function) {
        try {
            return send(GatewayEvent.of(GatewayEvent.variant(route, http.path()), http.uri(), clock.instant()).body(body), function);
        } catch (IllegalArgumentException e) {
            return relay(body);
        }
    }

    private Response send(GatewayEvent event, String function) {
        http.headers().forEach(event::header);
        try {
            authorizer.ask(event, function);
            return response(functions.call(function, event));
        } catch (RuntimeException e) {
            LOG.error("Function " + function + " threw an exception", e);
            return message(500, "Internal Server Error");
        }
    }

    private static Response response(APIGatewayV2HTTPResponse result) {
        Response.ResponseBuilder response = Response.status(result.getStatusCode());
        if (result.getHeaders() != null) {
            result.getHeaders().forEach(response::header);
        }
        if (result.getBody() != null) {
            response.entity(result.getIsBase64Encoded() ? Base64.getDecoder().decode(result.getBody()) : result.getBody());
        }
        return response.build();
    }

    static Response message(int status, String text) {
        return Response.status(status).type(MediaType.APPLICATION_JSON_TYPE).entity("{\"message\":\"" + text + "\"}").build();
    }
}
