package io.stockroom.stock;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Holds events against docs/stock-level-changed.schema.json. */
public final class StockSchema {

    private static final String TEXT = text();
    private static final String ID = "urn:stockroom:event:stock-level-changed";
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(Dialects.getDraft202012(),
            registry -> registry.schemas(Map.of(ID, TEXT)));

    private StockSchema() {
    }

    public static List<String> violations(JsonNode event) {
        return SCHEMAS.getSchema(SchemaLocation.of(ID)).validate(event).stream().map(Object::toString).toList();
    }

    /** Returns the examples in the schema. */
    static JsonNode examples() {
        try {
            return new ObjectMapper().readTree(TEXT).get("examples");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text() {
        try {
            return Files.readString(Path.of("docs", "stock-level-changed.schema.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
