package io.stockroom.local;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import io.stockroom.exports.ExportReport;
import jakarta.inject.Named;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
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

    /** @param task export or compare */
    @POST
    public ExportReport run(@QueryParam("task") String task) {
        return function.handleRequest(task == null ? Map.of() : Map.of("task", task),
                LocalContext.of(FUNCTION, UUID.randomUUID().toString(), TIMEOUT, clock));
    }
}
