package io.stockroom.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A place in a document: steps into it follow references, and a place that is not there is missing. */
record Place(JsonNode document, String pointer) {

    JsonNode node() {
        return document.at(pointer);
    }

    boolean isMissing() {
        return node() instanceof MissingNode;
    }

    /** The member of that name, or what it refers to. */
    Place member(String name) {
        return new Place(document, pointer + "/" + name.replace("~", "~0").replace("/", "~1")).target();
    }

    /** The place behind these members. */
    Place member(String first, String... others) {
        Place place = member(first);
        for (String name : others) {
            place = place.member(name);
        }
        return place;
    }

    List<String> names() {
        return node().properties().stream().map(Map.Entry::getKey).toList();
    }

    List<Place> members() {
        return names().stream().map(this::member).toList();
    }

    List<Place> elements() {
        return IntStream.range(0, node().size()).mapToObj(i -> member(String.valueOf(i))).toList();
    }

    String text(String name) {
        return member(name).node().asText();
    }

    boolean isTrue(String name) {
        return member(name).node().asBoolean();
    }

    private Place target() {
        JsonNode reference = node().get("$ref");
        return reference == null ? this : new Place(document, reference.asText().substring(1)).target();
    }
}
