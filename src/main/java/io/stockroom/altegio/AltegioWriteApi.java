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
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The routes of Altegio's V1 that change something. Each request uses its own connection: on a stale one, for example after the
 * instance was frozen, a failure would not show whether the request arrived.
 */
@Path("/")
@RegisterProvider(AnyBodyFilter.class)
@Produces("application/vnd.api.v2+json")
@ClientHeaderParam(name = "Connection", value = "close")
interface AltegioWriteApi {

    @POST
    @Path("auth")
    Uni<RestResponse<byte[]>> auth(@HeaderParam(AUTHORIZATION) String credentials, Login login);

    @POST
    @Path("storage_operations/operation/{location_id}")
    Uni<RestResponse<byte[]>> book(@HeaderParam(AUTHORIZATION) String credentials, @PathParam("location_id") long location,
            Object operation);

    @ClientExceptionMapper
    static RuntimeException failure(Response response) {
        return new ErrorStatusException(RawResponse.of(response));
    }
}
