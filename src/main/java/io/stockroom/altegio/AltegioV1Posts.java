package io.stockroom.altegio;

import static jakarta.ws.rs.core.HttpHeaders.AUTHORIZATION;

import io.quarkus.rest.client.reactive.ClientExceptionMapper;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.annotation.ClientHeaderParam;

/**
 * The routes of V1 that do something, each request over a connection of its own: on one that has grown stale, while the
 * instance was frozen say, nobody could tell whether it arrived.
 */
@Path("/")
@Produces("application/vnd.api.v2+json")
@ClientHeaderParam(name = "Connection", value = "close")
interface AltegioV1Posts {

    @POST
    @Path("auth")
    Uni<Envelope> auth(@HeaderParam(AUTHORIZATION) String credentials, Login login);

    @POST
    @Path("storage_operations/operation/{location_id}")
    Uni<Envelope> book(@HeaderParam(AUTHORIZATION) String credentials, @PathParam("location_id") long location,
            Object operation);

    @ClientExceptionMapper
    static RuntimeException failure(Response response) {
        return Failures.from(response);
    }
}
