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
 * Holds exchanges against the document. Every answer must be one that is documented, with its headers; a request only when
 * it was answered with success, because tests send wrong ones on purpose.
 */
public final class Conformance {

    /** Headers that the document describes once for all answers, and HTTP's own. */
    private static final Set<String> EVERYWHERE = inAnyCase("Cache-Control", "Vary", "Content-Type", "Content-Encoding",
            "Content-Length", "Transfer-Encoding", "Connection", "Date");
    private static final ObjectMapper JSON = JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    private final ApiDocument document;

    public Conformance(ApiDocument document) {
        this.document = document;
    }

    /** @throws AssertionError that says what is not as documented */
    public void check(Exchange exchange) {
        List<String> faults = faults(exchange);
        if (!faults.isEmpty()) {
            throw new AssertionError(exchange.method() + " " + exchange.address() + ", answered " + exchange.status()
                    + ", is not as docs/openapi.yaml has it:\n  " + String.join("\n  ", faults));
        }
    }

    List<String> faults(Exchange exchange) {
        Operation operation = document.operations().stream()
                .filter(each -> each.route().takes(exchange.method(), exchange.address().getRawPath())).findFirst().orElse(null);
        if (operation == null) {
            return exchange.status() == 404 ? List.of() : List.of("there is no such route");
        }
        List<String> faults = new ArrayList<>();
        if (exchange.status() < 300) {
            checkParameters(operation, exchange, faults);
            checkRequest(operation.path().member("requestBody"), exchange, faults);
        }
        Place response = operation.path().member("responses", String.valueOf(exchange.status()));
        if (response.isMissing()) {
            faults.add("there is no status " + exchange.status());
        } else {
            checkHeaders(response.member("headers"), exchange.received(), faults);
            checkBody("the answer", response.member("content"), Exchange.mediaType(exchange.received()), exchange.answer(), faults);
        }
        return faults;
    }

    private void checkParameters(Operation operation, Exchange exchange, List<String> faults) {
        Map<String, String> query = query(exchange.address());
        for (Place parameter : operation.path().member("parameters").elements()) {
            String name = parameter.text("name");
            String value = switch (parameter.text("in")) {
                case "query" -> query.remove(name);
                case "header" -> exchange.sent().containsKey(name) ? String.join(",", exchange.sent().get(name)) : null;
                default -> exchange.address().getRawPath().replaceAll(".*/", "");
            };
            checkText(parameter, name, value, faults);
        }
        query.keySet().forEach(name -> faults.add("there is no parameter " + name));
    }

    private void checkHeaders(Place headers, Map<String, List<String>> received, List<String> faults) {
        for (String name : headers.names()) {
            checkText(headers.member(name), name, received.containsKey(name) ? received.get(name).get(0) : null, faults);
        }
        Set<String> known = inAnyCase(headers.names().toArray(String[]::new));
        received.keySet().stream().filter(name -> !EVERYWHERE.contains(name) && !known.contains(name))
                .forEach(name -> faults.add("there is no header " + name));
        if (!List.of("no-store").equals(received.get("Cache-Control"))) {
            faults.add("Cache-Control is not no-store");
        }
    }

    private void checkText(Place place, String name, String value, List<String> faults) {
        if (value != null) {
            note(name, document.faults(place.member("schema"), typed(value, place.member("schema").member("type").node())), faults);
        } else if (place.isTrue("required")) {
            faults.add(name + " is missing");
        }
    }

    /** All kinds of JSON are JSON to the API. */
    private void checkRequest(Place request, Exchange exchange, List<String> faults) {
        if (!request.isMissing()) {
            checkBody("the request", request.member("content"), Exchange.mediaType(exchange.sent()).replaceAll("/.*\\+json$", "/json"),
                    exchange.request(), faults);
        }
    }

    private void checkBody(String what, Place content, String mediaType, byte[] body, List<String> faults) {
        Place schema = content.member(mediaType, "schema");
        String text = new String(body, UTF_8);
        if (schema.isMissing()) {
            faults.add(what + " has a type that there is not: " + mediaType);
        } else if (!schema.member("contentSchema").isMissing()) {
            text.lines().forEach(line -> note(what, document.faults(schema.member("contentSchema"), json(line)), faults));
        } else if (!schema.text("type").equals("string")) {
            note(what, document.faults(schema, json(text)), faults);
        }
    }

    private static void note(String what, List<String> found, List<String> faults) {
        found.forEach(fault -> faults.add(what + ": " + fault));
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return JsonNodeFactory.instance.textNode(text);
        }
    }

    /** Parameters and headers are text; by the type that they should have it is seen what they are. */
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

    /** A parameter that is repeated becomes a list, as API Gateway makes it; a plus is a plus. */
    private static Map<String, String> query(URI address) {
        Map<String, String> query = new LinkedHashMap<>();
        for (String pair : address.getRawQuery() == null ? new String[0] : address.getRawQuery().split("&")) {
            String[] parts = pair.split("=", 2);
            query.merge(decoded(parts[0]), parts.length == 1 ? "" : decoded(parts[1]), (first, next) -> first + "," + next);
        }
        return query;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), UTF_8);
    }

    private static Set<String> inAnyCase(String... names) {
        Set<String> all = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        all.addAll(List.of(names));
        return all;
    }
}
