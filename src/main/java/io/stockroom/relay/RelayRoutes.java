package io.stockroom.relay;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The routes that are relayed. */
@ApplicationScoped
public class RelayRoutes {

    /** What programs read before they can book: goods, team members, locations, cash desks, documents and their lines. */
    static final List<String> USUAL = List.of("/goods/{location_id}/{good_id}", "/company/{location_id}/staff",
            "/company/{location_id}/staff/{staff_id}", "/staff/{location_id}", "/staff/{location_id}/{staff_id}", "/companies",
            "/company/{location_id}", "/accounts/{location_id}", "/storage_operations/documents/{location_id}/{document_id}",
            "/storage_operations/documents/goods_transactions/{document_id}");

    private final List<RelayRoute> routes;

    RelayRoutes(RelayConfig config) {
        this.routes = paths(config).map(RelayRoute::new)
                .sorted(Comparator.comparing(RelayRoute::literals).reversed()).toList();
    }

    private static Stream<String> paths(RelayConfig config) {
        return config.routes().orElse(USUAL).stream().map(String::strip);
    }

    /** A request for one of the routes, with the ids in its path. */
    record Match(RelayRoute route, String path, Map<String, String> ids) {
    }

    /** Returns what is wrong with the settings, as sentences without their ends. */
    public static List<String> errors(RelayConfig config) {
        return paths(config).allMatch(RelayRoute::isValid) ? List.of()
                : List.of("STOCKROOM_RELAY_ROUTES must be paths of lower-case letters, with ids in braces, separated by commas");
    }

    /** @param path without a prefix, and without a slash at its end */
    Optional<Match> match(String path) {
        return routes.stream().flatMap(route -> route.ids(path).map(ids -> new Match(route, path, ids)).stream()).findFirst();
    }

    List<String> keys() {
        return routes.stream().map(RelayRoute::key).sorted().toList();
    }
}
