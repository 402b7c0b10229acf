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

/** That the document is true to itself and to the code. */
class ApiDocumentTest {

    private static final String URN = "urn:stockroom:problem:";
    /** As in {@code Problem.of(404, "not-found", …)}. */
    private static final Pattern PROBLEM = Pattern.compile("\\((\\d{3}), \"([a-z-]+)\",");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z-]+)` \\| (\\d{3}) \\|");

    private final ApiDocument document = ApiDocument.read();

    @Test
    void allExamplesConformToTheirSchemas() {
        assertEquals(List.of(), faults(document.root()));
    }

    @Test
    void eachParameterAndHeaderHasAnExample() {
        for (Operation operation : document.operations()) {
            for (Place parameter : operation.path().member("parameters").elements()) {
                Place schema = parameter.member("schema");
                Stream<Place> values = Stream.of(parameter.member("example"), schema.member("examples"), schema.member("default"));
                assertTrue(values.anyMatch(place -> !place.isMissing()), () -> operation.id() + " " + parameter.text("name"));
            }
        }
        document.root().member("components", "headers").members()
                .forEach(header -> assertTrue(!header.member("example").isMissing(), header::pointer));
    }

    @Test
    void everyProblemOfTheCodeIsDocumentedAndNoOther() throws IOException {
        Map<String, Integer> problems = new TreeMap<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            sources.filter(Files::isRegularFile).forEach(source -> PROBLEM.matcher(text(source)).results().forEach(
                    match -> problems.put(match.group(2), Integer.valueOf(match.group(1)))));
        }

        Map<String, Integer> table = new TreeMap<>();
        ROW.matcher(document.root().member("info").text("description")).results()
                .forEach(match -> table.put(match.group(1), Integer.valueOf(match.group(2))));
        assertEquals(problems, table);
        assertEquals(problems, problemsOfOperations());
    }

    @Test
    void eachOperationHasSamplesInTenLanguages() {
        for (Operation operation : document.operations()) {
            List<Place> samples = operation.path().member("x-codeSamples").elements();
            assertEquals(List.of("curl", "JavaScript", "Node.js", "Python", "Java", "C#", "PHP", "Go", "Ruby", "R"),
                    samples.stream().map(sample -> sample.text("label")).toList(), operation.id());
        }
    }

    /** With an example of each, by its name. */
    private Map<String, Integer> problemsOfOperations() {
        Map<String, Integer> problems = new TreeMap<>();
        for (Operation operation : document.operations()) {
            Place responses = operation.path().member("responses");
            for (String status : responses.names()) {
                Place content = responses.member(status, "content", "application/problem+json");
                Place examples = content.member("examples");
                for (String name : examples.names()) {
                    assertEquals(URN + name, examples.member(name, "value").text("type"));
                    assertEquals(status, examples.member(name, "value").text("status"));
                    problems.put(name, Integer.valueOf(status));
                }
                assertEquals(types(content.member("schema")), examples.names().stream().sorted().toList(),
                        () -> operation.id() + " " + status);
            }
        }
        return problems;
    }

    private static List<String> types(Place schema) {
        Place type = schema.member("allOf", "1").member("properties", "type");
        List<JsonNode> urns = new ArrayList<>();
        type.member("enum").node().forEach(urns::add);
        if (!type.member("const").isMissing()) {
            urns.add(type.member("const").node());
        }
        return urns.stream().map(urn -> urn.asText().substring(URN.length())).sorted().toList();
    }

    /** Wherever there are examples and a schema beside them, or in a schema. */
    private List<String> faults(Place place) {
        List<String> faults = new ArrayList<>();
        Place schema = place.node().has("schema") ? place.member("schema") : place;
        List<JsonNode> examples = new ArrayList<>();
        if (place.node().has("schema")) {
            examples.addAll(Examples.values(place));
        } else if (place.node().path("examples").isArray()) {
            place.node().get("examples").forEach(examples::add);
        }
        examples.forEach(example -> document.faults(schema, example).forEach(fault -> faults.add(place.pointer() + ": " + fault)));
        place.node().properties().stream().filter(member -> !member.getValue().has("$ref"))
                .forEach(member -> faults.addAll(faults(place.member(member.getKey()))));
        return faults;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
