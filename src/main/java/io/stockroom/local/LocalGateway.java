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

/** The routes of the deployed HTTP API, each to its function, with API Gateway's own answers around them. */
@Path("/")
@Consumes(MediaType.WILDCARD)
public class LocalGateway {

    private static final Logger LOG = Logger.getLogger(LocalGateway.class);

    private final LocalFunctions functions;
    private final Clock clock;

    @Context
    HttpServerRequest http;

    LocalGateway(LocalFunctions functions, Clock clock) {
        this.functions = functions;
        this.clock = clock;
    }

    @GET
    @Path("storages/{location_id}")
    public Response listStorages() {
        return pass("GET /storages/{location_id}", null, "list-storages");
    }

    @GET
    @Path("storages/transactions/{location_id}")
    public Response searchTransactions() {
        return pass("GET /storages/transactions/{location_id}", null, "search-transactions");
    }

    @POST
    @Path("storage_operations/operation/{location_id}")
    public Response createOperation(byte[] body) {
        return pass("POST /storage_operations/operation/{location_id}", body, "create-operation");
    }

    @POST
    @Path("webhooks/operations/{location_id}")
    public Response receiveWebhook(byte[] body) {
        return pass("POST /webhooks/operations/{location_id}", body, "receive-webhook");
    }

    private Response pass(String route, byte[] body, String function) {
        GatewayEvent event;
        try {
            event = GatewayEvent.of(route, http.uri(), clock.instant()).body(body);
        } catch (IllegalArgumentException e) {
            return message(404, "Not Found");
        }
        http.headers().forEach(event::header);
        try {
            return response(functions.call(function, event));
        } catch (RuntimeException e) {
            LOG.error("The function " + function + " failed", e);
            return message(500, "Internal Server Error");
        }
    }

    private static Response response(APIGatewayV2HTTPResponse answer) {
        Response.ResponseBuilder response = Response.status(answer.getStatusCode());
        if (answer.getHeaders() != null) {
            answer.getHeaders().forEach(response::header);
        }
        if (answer.getBody() != null) {
            response.entity(answer.getIsBase64Encoded() ? Base64.getDecoder().decode(answer.getBody()) : answer.getBody());
        }
        return response.build();
    }

    static Response message(int status, String text) {
        return Response.status(status).type(MediaType.APPLICATION_JSON_TYPE).entity("{\"message\":\"" + text + "\"}").build();
    }
}
