package io.stockroom.http;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.literal.NamedLiteral;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The routes that have functions of their own. API Gateway allows no route that ends with a slash, so that a request for one of them whose
 * path does reaches the default route.
 */
@ApplicationScoped
public class FunctionRoutes {

    private static final String LOCATION = "{location_id}";
    private static final List<FunctionRoute> ROUTES = List.of(
            new FunctionRoute("GET", "/goods/", "list-goods"),
            new FunctionRoute("GET", "/storages/", "list-storages"),
            new FunctionRoute("GET", "/storages/transactions/", "search-transactions"),
            new FunctionRoute("POST", "/storage_operations/operation/", "create-operation"));

    private final Instance<RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse>> functions;

    FunctionRoutes(@Any Instance<RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse>> functions) {
        this.functions = functions;
    }

    /** @param path up to the location, which is its last segment */
    private record FunctionRoute(String method, String path, String function) {

        String key() {
            return method + " " + path + LOCATION;
        }

        /** Returns the location in the path of a request; empty if the request is for another route. */
        Optional<String> location(APIGatewayV2HTTPEvent event) {
            String requested = RoutePath.of(event);
            return Optional.of(requested.substring(Math.min(path.length(), requested.length())))
                    .filter(end -> method.equals(RoutePath.method(event)) && requested.startsWith(path) && end.matches("[^/]+"));
        }
    }

    /**
     * Returns the function that a request is for, and adds to the event what API Gateway adds if it knows the route: the route's key and the
     * parameters in its path. Empty if the request is for none.
     */
    public Optional<RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse>> function(APIGatewayV2HTTPEvent event) {
        for (FunctionRoute each : ROUTES) {
            Optional<String> location = each.location(event);
            if (location.isPresent()) {
                event.setRouteKey(each.key());
                event.setPathParameters(Map.of("location_id", location.get()));
                return Optional.of(functions.select(NamedLiteral.of(each.function())).get());
            }
        }
        return Optional.empty();
    }

    /** Returns the keys of the routes, as API Gateway writes them. */
    public static List<String> keys() {
        return ROUTES.stream().map(FunctionRoute::key).toList();
    }
}
