package io.stockroom.local;

import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** API Gateway's answer where no route has both the method and the path. */
class UnknownRoute {

    /** JAX-RS would answer these two by itself. */
    @ServerRequestFilter(preMatching = true)
    Response withoutRoute(ContainerRequestContext request) {
        return Set.of("HEAD", "OPTIONS").contains(request.getMethod()) ? notFound() : null;
    }

    @ServerExceptionMapper({NotFoundException.class, NotAllowedException.class})
    Response notFound() {
        return LocalGateway.message(404, "Not Found");
    }
}
