package io.stockroom.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.stockroom.reference.ApiDocument.Operation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks that the document is consistent with itself and with the code. */
class ApiDocumentTest {

    private static final String URN = "urn:stockroom:problem:";
    /** Matches {@code Problem.of(404, "not-found", …)}. */
    private static final Pattern PROBLEM = Pattern.compile("\\((\\d{3}), \"([a-z-]+)\",");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (\\d{3}) `([a-z-]+)` \\|");

    private final ApiDocument document = ApiDocument.read();

    @Test
    void examplesConformToTheirSchemas() {
        assertEquals(List.of(), violations(document.root()));
    }

    @Test
    void eachParameterAndHeaderHasAnExample() {
        for (Operation operation : document.operations()) {
            for (Place parameter : operation.path().field("parameters").elements()) {
                Place schema = parameter.field("schema");
                Stream<Place> values = Stream.of(parameter.field("example"), schema.field("examples"), schema.field("default"));
                assertTrue(values.anyMatch(place -> !place.isMissing()), () -> operation.id() + " " + parameter.text("name"));
            }
        }
        document.root().field("components", "headers").fields()
                .forEach(header -> assertTrue(!header.field("example").isMissing(), header::pointer));
    }

    @Test
    void documentsExactlyTheProblemsOfTheCode() throws IOException {
        Map<String, Integer> problems = new TreeMap<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            sources.filter(Files::isRegularFile).forEach(source -> PROBLEM.matcher(text(source)).results().forEach(
                    match -> problems.put(match.group(2), Integer.valueOf(match.group(1)))));
        }

        Map<String, Integer> table = new TreeMap<>();
        ROW.matcher(document.root().field("info").text("description")).results()
                .forEach(match -> table.put(match.group(2), Integer.valueOf(match.group(1))));
        assertEquals(problems, table);
        assertEquals(problems, problemsOfOperations());
    }

    @Test
    void eachOperationHasSamplesInTenLanguages() {
        for (Operation operation : document.operations()) {
            List<Place> samples = operation.path().field("x-codeSamples").elements();
            assertEquals(List.of("curl", "JavaScript", "Node.js", "Python", "Java", "C#", "PHP", "Go", "Ruby", "R"),
                    samples.stream().map(sample -> sample.text("label")).toList(), operation.id());
        }
    }

    /** Returns the status of each problem of the operations, and checks that each has an example under its name. */
    private Map<String, Integer> problemsOfOperations() {
        Map<String, Integer> problems = new TreeMap<>();
        for (Operation operation : document.operations()) {
            Place responses = operation.path().field("responses");
            for (String status : responses.names()) {
                Place content = responses.field(status, "content", "application/problem+json");
                Place examples = content.field("examples");
                for (String name : examples.names()) {
                    assertEquals(URN + name, examples.field(name, "value").text("type"));
                    assertEquals(status, examples.field(name, "value").text("status"));
                    problems.put(name, Integer.valueOf(status));
                }
                assertEquals(types(content.field("schema")), examples.names().stream().sorted().toList(),
                        () -> operation.id() + " " + status);
            }
        }
        return problems;
    }

    private static List<String> types(Place schema) {
        Place type = schema.field("allOf", "1").field("properties", "type");
        List<JsonNode> urns = new ArrayList<>();
        type.field("enum").node().forEach(urns::add);
        if (!type.field("const").isMissing()) {
            urns.add(type.field("const").node());
        }
        return urns.stream().map(urn -> urn.asText().substring(URN.length())).sorted().toList();
    }

    /** Validates all examples at or below the place: in a schema, or next to one. */
    private List<String> violations(Place place) {
        List<String> violations = new ArrayList<>();
        Place schema = place.node().has("schema") ? place.field("schema") : place;
        List<JsonNode> examples = new ArrayList<>();
        if (place.node().has("schema")) {
            examples.addAll(Examples.values(place));
        } else if (place.node().path("examples").isArray()) {
            place.node().get("examples").forEach(examples::add);
        }
        examples.forEach(example -> document.violations(schema, example).forEach(each -> violations.add(place.pointer() + ": " + each)));
        place.node().properties().stream().filter(field -> !field.getValue().has("$ref"))
                .forEach(field -> violations.addAll(violations(place.field(field.getKey()))));
        return violations;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
