package io.stockroom.reference;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.stockroom.reference.ApiDocument.Operation;
import java.net.URI;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Validates requests and responses against the document. Every response must be documented, with its headers. Requests are validated
 * only if they succeeded, because tests send invalid ones on purpose.
 */
public final class Conformance {

    /** Headers that the document describes once for all responses, and those of HTTP itself. */
    private static final Set<String> COMMON_HEADERS = caseInsensitive("Cache-Control", "Vary", "Content-Type", "Content-Encoding",
            "Content-Length", "Transfer-Encoding", "Connection", "Date");
    private static final ObjectMapper JSON = JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    private final ApiDocument document;

    public Conformance(ApiDocument document) {
        this.document = document;
    }

    /** @throws AssertionError with all violations if the exchange does not conform to the document */
    public void check(RecordedExchange exchange) {
        List<String> violations = violations(exchange);
        if (!violations.isEmpty()) {
            throw new AssertionError(exchange.method() + " " + exchange.uri() + ", status " + exchange.status()
                    + ", does not conform to docs/openapi.yaml:\n  " + String.join("\n  ", violations));
        }
    }

    List<String> violations(RecordedExchange exchange) {
        Operation operation = document.operations().stream()
                .filter(each -> each.route().matches(exchange.method(), exchange.uri().getRawPath())).findFirst().orElse(null);
        if (operation == null) {
            return exchange.status() == 404 ? List.of() : List.of("route is not documented");
        }
        List<String> violations = new ArrayList<>();
        if (exchange.status() < 300) {
            checkParameters(operation, exchange, violations);
            checkRequest(operation.path().field("requestBody"), exchange, violations);
        }
        Place response = operation.path().field("responses", String.valueOf(exchange.status()));
        if (response.isMissing()) {
            violations.add("status " + exchange.status() + " is not documented");
        } else {
            checkHeaders(response.field("headers"), exchange.responseHeaders(), violations);
            checkBody("the response", response.field("content"), RecordedExchange.mediaType(exchange.responseHeaders()),
                    exchange.responseBody(), violations);
        }
        return violations;
    }

    private void checkParameters(Operation operation, RecordedExchange exchange, List<String> violations) {
        Map<String, String> query = query(exchange.uri());
        for (Place parameter : operation.path().field("parameters").elements()) {
            String name = parameter.text("name");
            String value = switch (parameter.text("in")) {
                case "query" -> query.remove(name);
                case "header" -> exchange.requestHeaders().containsKey(name) ? String.join(",", exchange.requestHeaders().get(name)) : null;
                default -> segment(operation, name, exchange.uri().getRawPath());
            };
            checkText(parameter, name, value, violations);
        }
        query.keySet().forEach(name -> violations.add("parameter " + name + " is not documented"));
    }

    private static String segment(Operation operation, String parameter, String path) {
        List<String> segments = List.of(operation.route().path().split("/"));
        return path.split("/")[segments.indexOf("{" + parameter + "}")];
    }

    private void checkHeaders(Place headers, Map<String, List<String>> received, List<String> violations) {
        for (String name : headers.names()) {
            checkText(headers.field(name), name, received.containsKey(name) ? received.get(name).get(0) : null, violations);
        }
        Set<String> documented = caseInsensitive(headers.names().toArray(String[]::new));
        received.keySet().stream().filter(name -> !COMMON_HEADERS.contains(name) && !documented.contains(name))
                .forEach(name -> violations.add("header " + name + " is not documented"));
        if (!List.of("no-store").equals(received.get("Cache-Control"))) {
            violations.add("Cache-Control is not no-store");
        }
    }

    private void checkText(Place place, String name, String value, List<String> violations) {
        if (value != null) {
            add(name, document.violations(place.field("schema"), typed(value, place.field("schema").field("type").node())), violations);
        } else if (place.isTrue("required")) {
            violations.add(name + " is missing");
        }
    }

    /** The API accepts every JSON media type as {@code application/json}. */
    private void checkRequest(Place request, RecordedExchange exchange, List<String> violations) {
        if (!request.isMissing()) {
            String mediaType = RecordedExchange.mediaType(exchange.requestHeaders()).replaceAll("/.*\\+json$", "/json");
            checkBody("the request", request.field("content"), mediaType, exchange.requestBody(), violations);
        }
    }

    private void checkBody(String what, Place content, String mediaType, byte[] body, List<String> violations) {
        Place schema = content.field(mediaType, "schema");
        String text = new String(body, UTF_8);
        if (schema.isMissing()) {
            violations.add(what + " has an undocumented media type: " + mediaType);
        } else if (!schema.field("contentSchema").isMissing()) {
            text.lines().forEach(line -> add(what, document.violations(schema.field("contentSchema"), json(line)), violations));
        } else if (!schema.text("type").equals("string")) {
            add(what, document.violations(schema, json(text)), violations);
        }
    }

    private static void add(String what, List<String> found, List<String> violations) {
        found.forEach(each -> violations.add(what + ": " + each));
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return JsonNodeFactory.instance.textNode(text);
        }
    }

    /** Converts the text of a parameter or header to its documented type. */
    private static JsonNode typed(String text, JsonNode type) {
        String types = type.toString();
        if (types.contains("array")) {
            ArrayNode elements = JsonNodeFactory.instance.arrayNode();
            List.of(text.split(",", -1)).forEach(element -> elements.add(json(element)));
            return elements;
        }
        return types.contains("integer") || types.contains("number") || types.contains("boolean") ? json(text)
                : JsonNodeFactory.instance.textNode(text);
    }

    /** Joins the values of a repeated parameter with commas, as API Gateway does, and keeps plus signs. */
    private static Map<String, String> query(URI uri) {
        Map<String, String> query = new LinkedHashMap<>();
        for (String pair : uri.getRawQuery() == null ? new String[0] : uri.getRawQuery().split("&")) {
            String[] parts = pair.split("=", 2);
            query.merge(decoded(parts[0]), parts.length == 1 ? "" : decoded(parts[1]), (first, next) -> first + "," + next);
        }
        return query;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), UTF_8);
    }

    private static Set<String> caseInsensitive(String... names) {
        Set<String> all = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        all.addAll(List.of(names));
        return all;
    }
}
