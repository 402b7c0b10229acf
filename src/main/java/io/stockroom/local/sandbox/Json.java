package io.stockroom.local.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads and writes JSON: decimals stay exact, and an absent relation is an empty array. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {
    }

    static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    static JsonNode number(long number) {
        return JsonNodeFactory.instance.numberNode(number);
    }

    static <T> ArrayNode array(Stream<T> rows, Function<T, ? extends JsonNode> write) {
        ArrayNode array = array();
        rows.forEach(row -> array.add(write.apply(row)));
        return array;
    }

    /** Returns a relation as an object with ID and title, or an empty array if there is none. */
    static JsonNode titled(long id, Map<Long, String> titles) {
        return titles.containsKey(id) ? titled(id, titles.get(id)) : array();
    }

    static ObjectNode titled(long id, String title) {
        return object().put("id", id).put("title", title);
    }

    static JsonNode client(long id, Catalog catalog) {
        Catalog.Client client = catalog.clients().get(id);
        return client == null ? array()
                : object().put("id", id).put("name", client.name()).put("phone", client.phone());
    }

    static JsonNode read(String text) throws JsonProcessingException {
        return MAPPER.readTree(text);
    }

    static String write(JsonNode node) {
        try {
            return MAPPER.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
