package io.stockroom.altegio;

import static jakarta.ws.rs.core.HttpHeaders.AUTHORIZATION;

import io.quarkus.rest.client.reactive.ClientExceptionMapper;
import io.quarkus.rest.client.reactive.Url;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Encoded;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * The routes of Altegio's V1 that Stockroom reads. The media type is the one that V1 requires in {@code Accept};
 * {@link ResponseReader} reads the body.
 */
@Path("/")
@RegisterProvider(AnyBodyFilter.class)
@Produces("application/vnd.api.v2+json")
interface AltegioReadApi {

    @GET
    @Path("storages/{location_id}")
    Uni<RestResponse<byte[]>> storages(@HeaderParam(AUTHORIZATION) String credentials, @PathParam("location_id") long location);

    /** The same route at another base URL: see {@link Priming}. */
    @GET
    @Path("storages/{location_id}")
    Uni<RestResponse<byte[]>> storagesAt(@Url String base, @PathParam("location_id") long location);

    @GET
    @Path("storages/transactions/{location_id}")
    Uni<RestResponse<byte[]>> transactions(@HeaderParam(AUTHORIZATION) String credentials, @PathParam("location_id") long location,
            @RestQuery Map<String, String> query);

    @GET
    @Path("goods/{location_id}")
    Uni<RestResponse<byte[]>> goods(@HeaderParam(AUTHORIZATION) String credentials, @PathParam("location_id") long location,
            @RestQuery Map<String, String> query);

    @GET
    @Path("goods/{location_id}/{good_id}")
    Uni<RestResponse<byte[]>> good(@HeaderParam(AUTHORIZATION) String credentials, @PathParam("location_id") long location,
            @PathParam("good_id") long good);

    @GET
    @Path("storage_operations/documents/{location_id}/{document_id}")
    Uni<RestResponse<byte[]>> document(@HeaderParam(AUTHORIZATION) String credentials, @PathParam("location_id") long location,
            @PathParam("document_id") long document);

    @GET
    @Path("storage_operations/documents/goods_transactions/{document_id}")
    Uni<RestResponse<byte[]>> documentTransactions(@HeaderParam(AUTHORIZATION) String credentials,
            @PathParam("document_id") long document);

    /** Any other route: the callers of {@link Altegio#relay} decide which. */
    @GET
    @Path("{path}")
    Uni<RestResponse<byte[]>> relayed(@HeaderParam(AUTHORIZATION) String credentials, @Encoded @PathParam("path") String path,
            @RestQuery MultivaluedMap<String, String> query);

    @ClientExceptionMapper
    static RuntimeException failure(Response response) {
        return new ErrorStatusException(RawResponse.of(response));
    }
}
