package io.stockroom.local;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import io.stockroom.exports.ExportReport;
import jakarta.inject.Named;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Exports at once, as the schedules do when deployed, next to the sandbox's control API. */
@Path("/sandbox/export")
@Produces(MediaType.APPLICATION_JSON)
public class LocalExport {

    private static final String FUNCTION = "export-transactions";
    /** The longest that Lambda allows, as in the template. */
    private static final Duration TIMEOUT = Duration.ofMinutes(15);

    private final RequestHandler<Map<String, Object>, ExportReport> function;
    private final Clock clock;

    LocalExport(@Named(FUNCTION) RequestHandler<Map<String, Object>, ExportReport> function, Clock clock) {
        this.function = function;
        this.clock = clock;
    }

    /** Passes the query on as the function's event: {@code task=compare}, or {@code location_id}, {@code from} and {@code to}. */
    @POST
    public ExportReport run(@Context UriInfo uri) {
        Map<String, Object> event = new TreeMap<>();
        uri.getQueryParameters().forEach((name, values) -> event.put(name, values.get(0)));
        try {
            return function.handleRequest(event, LocalContext.of(FUNCTION, UUID.randomUUID().toString(), TIMEOUT, clock));
        } catch (IllegalArgumentException e) {
            throw new BadRequestException(Response.status(Response.Status.BAD_REQUEST).entity(Map.of("message", e.getMessage())).build());
        }
    }
}
