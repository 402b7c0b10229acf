package io.stockroom.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A location in a JSON document. Navigation follows {@code $ref}; a location that does not exist is missing. */
record Place(JsonNode document, String pointer) {

    JsonNode node() {
        return document.at(pointer);
    }

    boolean isMissing() {
        return node() instanceof MissingNode;
    }

    /** Returns the field with that name, or the target of its reference. */
    Place field(String name) {
        return new Place(document, pointer + "/" + name.replace("~", "~0").replace("/", "~1")).target();
    }

    /** Returns the location at the end of a path of fields. */
    Place field(String first, String... others) {
        Place place = field(first);
        for (String name : others) {
            place = place.field(name);
        }
        return place;
    }

    List<String> names() {
        return node().properties().stream().map(Map.Entry::getKey).toList();
    }

    List<Place> fields() {
        return names().stream().map(this::field).toList();
    }

    List<Place> elements() {
        return IntStream.range(0, node().size()).mapToObj(i -> field(String.valueOf(i))).toList();
    }

    String text(String name) {
        return field(name).node().asText();
    }

    boolean isTrue(String name) {
        return field(name).node().asBoolean();
    }

    private Place target() {
        JsonNode reference = node().get("$ref");
        return reference == null ? this : new Place(document, reference.asText().substring(1)).target();
    }
}
