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

/** The document's examples, put together as exchanges. */
final class Examples {

    private Examples() {
    }

    /** One for each example of an answer. */
    static List<Exchange> of(ApiDocument document) {
        List<Exchange> exchanges = new ArrayList<>();
        for (Operation operation : document.operations()) {
            Place responses = operation.path().member("responses");
            for (String status : responses.names()) {
                Place content = responses.member(status, "content");
                for (String mediaType : content.names()) {
                    for (JsonNode value : values(content.member(mediaType))) {
                        exchanges.add(exchange(operation, status, mediaType, value));
                    }
                }
            }
        }
        return exchanges;
    }

    /** The first example of the answer when all is well. */
    static JsonNode answer(Operation operation) {
        Place response = operation.path().member("responses").members().get(0);
        return values(response.member("content").members().get(0)).get(0);
    }

    /** The examples of a place that has a schema. */
    static List<JsonNode> values(Place place) {
        List<JsonNode> values = new ArrayList<>();
        place.member("examples").members().forEach(example -> values.add(example.member("value").node()));
        if (!place.member("example").isMissing()) {
            values.add(place.member("example").node());
        }
        return values;
    }

    private static Exchange exchange(Operation operation, String status, String mediaType, JsonNode answer) {
        Place headers = operation.path().member("responses", status, "headers");
        Map<String, List<String>> received = new HashMap<>();
        received.put("Content-Type", List.of(mediaType));
        received.put("Cache-Control", List.of("no-store"));
        headers.names().forEach(name -> received.put(name, List.of(headers.member(name).text("example"))));
        Map<String, List<String>> sent = new HashMap<>();
        headers(operation).forEach((name, value) -> sent.put(name, List.of(value)));
        if (!content(operation).isMissing()) {
            sent.put("Content-Type", List.of(content(operation).names().get(0)));
        }
        return new Exchange(operation.route().method(), address(operation), sent, request(operation).getBytes(UTF_8),
                Integer.parseInt(status), received, (answer.isTextual() ? answer.asText() : answer.toString()).getBytes(UTF_8));
    }

    /** The headers that the request has. */
    static Map<String, String> headers(Operation operation) {
        return operation.path().member("parameters").elements().stream().filter(parameter -> parameter.text("in").equals("header"))
                .collect(Collectors.toMap(parameter -> parameter.text("name"), parameter -> parameter.text("example")));
    }

    /** The first example of the request's body; empty when it has none. */
    static String request(Operation operation) {
        return content(operation).isMissing() ? "" : values(content(operation).members().get(0)).get(0).toString();
    }

    private static Place content(Operation operation) {
        return operation.path().member("requestBody", "content");
    }

    private static URI address(Operation operation) {
        String path = operation.route().path();
        List<Place> parameters = operation.path().member("parameters").elements().stream()
                .filter(parameter -> !parameter.member("example").isMissing()).toList();
        for (Place parameter : parameters) {
            path = path.replace("{" + parameter.text("name") + "}", parameter.text("example"));
        }
        String query = parameters.stream().filter(parameter -> parameter.text("in").equals("query"))
                .map(parameter -> parameter.text("name") + "=" + parameter.text("example")).collect(Collectors.joining("&"));
        return URI.create("http://localhost" + path + (query.isEmpty() ? "" : "?" + query));
    }
}
