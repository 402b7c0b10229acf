package io.stockroom.local;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import io.stockroom.stock.StockSearchReport;
import jakarta.inject.Named;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;

/** Searches for changed goods at once, as its schedule does when deployed, next to the sandbox's control API. */
@Path("/sandbox/stock-search")
@Produces(MediaType.APPLICATION_JSON)
public class LocalStockSearch {

    private static final String FUNCTION = "find-stock-changes";

    private final RequestHandler<Map<String, Object>, StockSearchReport> function;
    private final Clock clock;

    LocalStockSearch(@Named(FUNCTION) RequestHandler<Map<String, Object>, StockSearchReport> function, Clock clock) {
        this.function = function;
        this.clock = clock;
    }

    @POST
    public StockSearchReport search() {
        return function.handleRequest(Map.of(), LocalContext.of(FUNCTION, UUID.randomUUID().toString(), clock));
    }
}
