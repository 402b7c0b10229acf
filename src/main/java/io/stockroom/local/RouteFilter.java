package io.stockroom.local;

import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Sends requests to the default route if no other route matches both the method and the path. */
class RouteFilter {

    private static final String PREFIX = "^/api/v1(?=/.)";

    private final LocalGateway gateway;

    RouteFilter(LocalGateway gateway) {
        this.gateway = gateway;
    }

    /** Takes the optional prefix off the path, and rejects the two methods that JAX-RS would otherwise handle itself. */
    @ServerRequestFilter(preMatching = true)
    Response match(ContainerRequestContext request) {
        if (Set.of("HEAD", "OPTIONS").contains(request.getMethod())) {
            return gateway.relay(null);
        }
        URI uri = request.getUriInfo().getRequestUri();
        String path = uri.getRawPath().replaceAll(PREFIX, "");
        if (!path.equals(uri.getRawPath())) {
            request.setRequestUri(request.getUriInfo().getRequestUriBuilder().replacePath(path).build());
        }
        return null;
    }

    @ServerExceptionMapper({NotFoundException.class, NotAllowedException.class})
    Response notFound() {
        return gateway.relay(null);
    }
}
