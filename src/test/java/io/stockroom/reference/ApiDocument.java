package io.stockroom.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import io.stockroom.runtime.Function;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * docs/openapi.yaml. Where it allows additional fields, because Altegio may add some, validation accepts only those of the sandbox
 * that Stockroom passes on. This ensures that every field of a response is documented.
 */
public final class ApiDocument {

    /** Fields that Stockroom passes on without knowing them; see the sandbox's TransactionJson. */
    private static final List<String> UNKNOWN_FIELDS = List.of("loyalty_abonement_id", "loyalty_certificate_id");
    private static final String DOCUMENT_URI = "https://stockroom.test/openapi";
    /** Accepts the keywords that OpenAPI adds to JSON Schema. */
    private static final Dialect DIALECT = Dialect.builder(Dialects.getDraft202012())
            .unknownKeywordFactory((keyword, context) -> new NonValidationKeyword(keyword)).build();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectNode UNCHANGED = load();

    private final JsonNode document;
    private final SchemaRegistry schemas;

    private ApiDocument(JsonNode document) {
        this.document = document;
        disallowUnknownFields(document);
        this.schemas = SchemaRegistry.withDefaultDialect(DIALECT,
                registry -> registry.schemas(Map.of(DOCUMENT_URI, document.toString()))
                        .schemaRegistryConfig(SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));
    }

    /** Reads the document. */
    public static ApiDocument read() {
        return changed(UnaryOperator.identity());
    }

    /** Returns a changed copy of the document. */
    static ApiDocument changed(UnaryOperator<ObjectNode> change) {
        return new ApiDocument(change.apply(UNCHANGED.deepCopy()));
    }

    private static ObjectNode load() {
        try {
            Object yaml = new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(Path.of("docs", "openapi.yaml")));
            return JSON.valueToTree(yaml);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param path location of the operation in the document */
    public record Operation(Function.Route route, Place path) {

        public String id() {
            return path.text("operationId");
        }

        /** Returns the name of the handler: the id of the operation, unless the handler has several. */
        public String handler() {
            return path.field("x-function").isMissing() ? id() : path.text("x-function");
        }

        String sample(String label) {
            return path.field("x-codeSamples").elements().stream().filter(sample -> sample.text("label").equals(label)).findFirst()
                    .orElseThrow().text("source");
        }
    }

    public List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        Place paths = root().field("paths");
        for (String path : paths.names()) {
            for (String method : paths.field(path).names()) {
                operations.add(new Operation(new Function.Route(method.toUpperCase(Locale.ROOT), path), paths.field(path, method)));
            }
        }
        return operations;
    }

    Place root() {
        return new Place(document, "");
    }

    /** Validates the value against the schema and returns the violations. */
    List<String> violations(Place schema, JsonNode value) {
        return schemas.getSchema(SchemaLocation.of(DOCUMENT_URI + "#" + encoded(schema.pointer()))).validate(value).stream()
                .map(error -> error.getInstanceLocation() + ": " + error.getKeyword() + " "
                        + (error.getProperty() == null ? error.getSchemaNode() : error.getProperty()))
                .toList();
    }

    private static String encoded(String pointer) {
        return pointer.replace("{", "%7B").replace("}", "%7D").replace("+", "%2B");
    }

    private static void disallowUnknownFields(JsonNode node) {
        if (node instanceof ObjectNode object && object.path("additionalProperties").asBoolean()) {
            object.put("additionalProperties", false);
            ObjectNode properties = (ObjectNode) object.get("properties");
            UNKNOWN_FIELDS.forEach(name -> properties.set(name, JsonNodeFactory.instance.booleanNode(true)));
        }
        node.forEach(ApiDocument::disallowUnknownFields);
    }
}
