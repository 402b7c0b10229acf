package io.stockroom.local;

import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Returns API Gateway's response if no route matches both the method and the path. */
class NotFoundFilter {

    /** Rejects the two methods that JAX-RS would otherwise handle itself. */
    @ServerRequestFilter(preMatching = true)
    Response rejectHeadAndOptions(ContainerRequestContext request) {
        return Set.of("HEAD", "OPTIONS").contains(request.getMethod()) ? notFound() : null;
    }

    @ServerExceptionMapper({NotFoundException.class, NotAllowedException.class})
    Response notFound() {
        return LocalGateway.message(404, "Not Found");
    }
}
