package io.stockroom.local;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import io.stockroom.setup.SetupReport;
import jakarta.inject.Named;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/** Checks the set-up at once, as its schedule does when deployed, next to the sandbox's control API. */
@Path("/sandbox/setup")
@Produces(MediaType.APPLICATION_JSON)
public class LocalSetup {

    private static final String FUNCTION = "check-setup";

    private final RequestHandler<Map<String, Object>, SetupReport> function;
    private final Clock clock;

    LocalSetup(@Named(FUNCTION) RequestHandler<Map<String, Object>, SetupReport> function, Clock clock) {
        this.function = function;
        this.clock = clock;
    }

    @POST
    public SetupReport check() {
        return function.handleRequest(Map.of(), LocalContext.of(FUNCTION, UUID.randomUUID().toString(), clock));
    }
}
