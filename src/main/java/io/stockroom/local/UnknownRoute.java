package io.stockroom.local;

import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** API Gateway's answer where no route has both the method and the path. */
class UnknownRoute {

    @ServerExceptionMapper({NotFoundException.class, NotAllowedException.class})
    Response notFound() {
        return LocalGateway.message(404, "Not Found");
    }
}
