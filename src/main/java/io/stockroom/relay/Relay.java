package io.stockroom.relay;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.stockroom.altegio.Altegio;
import io.stockroom.altegio.Relayed;
import io.stockroom.http.FunctionRoutes;
import io.stockroom.http.HttpPipeline;
import io.stockroom.http.HttpResult;
import io.stockroom.http.HttpResult.Passed;
import io.stockroom.http.Request;
import io.stockroom.http.RoutePath;
import io.stockroom.relay.RelayRoutes.Match;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * {@code $default}, the route of all requests that no other route matches: relays a GET of the routes on the list as Altegio responds to
 * it, passes requests whose path has a slash too many to their function, and reports for everything else which routes there are.
 */
@Named("relay")
@ApplicationScoped
public class Relay implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private final HttpPipeline pipeline;
    private final Altegio altegio;
    private final RelayRoutes routes;
    private final FunctionRoutes functions;
    private final LocationFilter locations;
    private final AccountsReader accounts;

    Relay(HttpPipeline pipeline, Altegio altegio, RelayRoutes routes, FunctionRoutes functions, LocationFilter locations,
            AccountsReader accounts) {
        this.pipeline = pipeline;
        this.altegio = altegio;
        this.routes = routes;
        this.functions = functions;
        this.locations = locations;
        this.accounts = accounts;
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        APIGatewayV2HTTPEvent received = event == null ? new APIGatewayV2HTTPEvent() : event;
        return functions.function(received).map(function -> function.handleRequest(received, context))
                .orElseGet(() -> relay(received, context));
    }

    private APIGatewayV2HTTPResponse relay(APIGatewayV2HTTPEvent received, Context context) {
        Optional<Match> match = "GET".equals(RoutePath.method(received)) ? routes.match(RoutePath.of(received)) : Optional.empty();
        describe(received, match);
        return pipeline.handleAcrossLocations(received, context, request -> relay(request, match.orElseThrow(this::routeNotFound)));
    }

    /** Adds to the event what API Gateway adds if it knows the route: the route's key and the parameters in its path. */
    private static void describe(APIGatewayV2HTTPEvent event, Optional<Match> match) {
        match.map(Match::route).map(RelayRoute::key).ifPresent(event::setRouteKey);
        event.setPathParameters(match.map(Match::ids).filter(ids -> ids.containsKey("location_id")).orElse(Map.of("location_id", "")));
    }

    private HttpResult relay(Request request, Match match) {
        Relayed response = match.route().hasLocation()
                ? altegio.relay(request.locationId(), match.path().substring(1), request.relayedQuery(), request.context())
                : accounts.read(match, request.caller(), request.relayedQuery(), request.context());
        return new Passed(locations.filtered(match, request.caller(), response, request.context()));
    }

    private RouteNotFoundException routeNotFound() {
        return new RouteNotFoundException(
                Stream.concat(routes.keys().stream(), FunctionRoutes.keys().stream()).sorted().distinct().toList());
    }
}
