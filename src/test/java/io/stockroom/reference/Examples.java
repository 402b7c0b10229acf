package io.stockroom.reference;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.stockroom.reference.ApiDocument.Operation;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The document's examples, combined into requests with responses. */
final class Examples {

    private Examples() {
    }

    /** Returns an exchange for each example of a response. */
    static List<RecordedExchange> of(ApiDocument document) {
        List<RecordedExchange> exchanges = new ArrayList<>();
        for (Operation operation : document.operations()) {
            Place responses = operation.path().field("responses");
            for (String status : responses.names()) {
                Place content = responses.field(status, "content");
                for (String mediaType : content.names()) {
                    for (JsonNode value : values(content.field(mediaType))) {
                        exchanges.add(exchange(operation, status, mediaType, value));
                    }
                }
            }
        }
        return exchanges;
    }

    /** Returns the first example of a successful response. */
    static JsonNode response(Operation operation) {
        Place response = operation.path().field("responses").fields().get(0);
        return values(response.field("content").fields().get(0)).get(0);
    }

    /** Returns the examples next to a schema. */
    static List<JsonNode> values(Place place) {
        List<JsonNode> values = new ArrayList<>();
        place.field("examples").fields().forEach(example -> values.add(example.field("value").node()));
        if (!place.field("example").isMissing()) {
            values.add(place.field("example").node());
        }
        return values;
    }

    private static RecordedExchange exchange(Operation operation, String status, String mediaType, JsonNode body) {
        Place headers = operation.path().field("responses", status, "headers");
        Map<String, List<String>> responseHeaders = new HashMap<>();
        responseHeaders.put("Content-Type", List.of(mediaType));
        responseHeaders.put("Cache-Control", List.of("no-store"));
        headers.names().forEach(name -> responseHeaders.put(name, List.of(headers.field(name).text("example"))));
        Map<String, List<String>> requestHeaders = new HashMap<>();
        headers(operation).forEach((name, value) -> requestHeaders.put(name, List.of(value)));
        if (!content(operation).isMissing()) {
            requestHeaders.put("Content-Type", List.of(content(operation).names().get(0)));
        }
        return new RecordedExchange(operation.route().method(), uri(operation), requestHeaders, request(operation).getBytes(UTF_8),
                Integer.parseInt(status), responseHeaders, (body.isTextual() ? body.asText() : body.toString()).getBytes(UTF_8));
    }

    /** Returns the headers of the request. */
    static Map<String, String> headers(Operation operation) {
        return operation.path().field("parameters").elements().stream().filter(parameter -> parameter.text("in").equals("header"))
                .filter(parameter -> !parameter.field("example").isMissing())
                .collect(Collectors.toMap(parameter -> parameter.text("name"), parameter -> parameter.text("example")));
    }

    /** Returns the first example of the request body; empty if there is none. */
    static String request(Operation operation) {
        return content(operation).isMissing() ? "" : values(content(operation).fields().get(0)).get(0).toString();
    }

    private static Place content(Operation operation) {
        return operation.path().field("requestBody", "content");
    }

    private static URI uri(Operation operation) {
        String path = operation.route().path();
        List<Place> parameters = operation.path().field("parameters").elements().stream()
                .filter(parameter -> !parameter.field("example").isMissing()).toList();
        for (Place parameter : parameters) {
            path = path.replace("{" + parameter.text("name") + "}", parameter.text("example"));
        }
        String query = parameters.stream().filter(parameter -> parameter.text("in").equals("query"))
                .map(parameter -> parameter.text("name") + "=" + parameter.text("example")).collect(Collectors.joining("&"));
        return URI.create("http://localhost" + path + (query.isEmpty() ? "" : "?" + query));
    }
}
