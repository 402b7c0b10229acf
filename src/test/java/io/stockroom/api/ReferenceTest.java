package io.stockroom.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stockroom.reference.ApiDocument;
import io.stockroom.runtime.Function;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ReferenceTest {

    /** Of the routes that are relayed, one is described for all. */
    @Test
    void documentsTheRoutesOfTheTemplateWithTheirHandlers() {
        Map<String, String> deployed = new TreeMap<>();
        Function.all(PackagedStack.parameters("https://altegio.test")).forEach(
                function -> function.routes().stream().filter(route -> !route.isVariant())
                        .forEach(route -> deployed.put(route.isDefault() ? "GET /company/{location_id}/staff" : route.key(),
                                function.handler())));
        Map<String, String> documented = new TreeMap<>();
        ApiDocument.read().operations().forEach(operation -> documented.put(operation.route().key(), operation.handler()));

        assertEquals(deployed, documented);
    }

    /** Returns the key without the optional prefix and the optional slash at the end, which the document describes once. */
    private static String canonical(String routeKey) {
        return routeKey.replaceFirst(" /api/v1/", " /").replaceFirst("/$", "");
    }
}
