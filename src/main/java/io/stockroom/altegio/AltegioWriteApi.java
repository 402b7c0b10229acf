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
 * The routes of Altegio's V1 that change something. Each request uses its own connection: on a stale one, for example after the
 * instance was frozen, a failure would not show whether the request arrived.
 */
@Path("/")
@Produces("application/vnd.api.v2+json")
@ClientHeaderParam(name = "Connection", value = "close")
interface AltegioWriteApi {

    @POST
    @Path("auth")
    Uni<Envelope> auth(@HeaderParam(AUTHORIZATION) String credentials, Login login);

    @POST
    @Path("storage_operations/operation/{location_id}")
    Uni<Envelope> book(@HeaderParam(AUTHORIZATION) String credentials, @PathParam("location_id") long location,
            Object operation);

    @ClientExceptionMapper
    static RuntimeException failure(Response response) {
        return AltegioExceptionMapper.from(response);
    }
}
