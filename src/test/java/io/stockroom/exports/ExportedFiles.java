package io.stockroom.exports;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Struct;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.duckdb.DuckDBDriver;
import org.duckdb.DuckDBStruct;
import org.duckdb.JsonNode;

/**
 * The files of a folder that an export wrote, read with the SQL of docs/exports.md. Rows are maps by the names of the columns: ids are
 * {@link Long}s, relations maps, and decimals exact and without zeros at their end, so that they equal others that are stripped likewise.
 */
public record ExportedFiles(Path folder) {

    /** Writes lines to a file as an export does: compressed, in a folder for the location and the day. */
    public void write(long location, String date, String name, String... lines) {
        Path file = folder.resolve("transactions/location_id=" + location + "/date=" + date + "/" + name + ".ndjson.gz");
        try {
            Files.createDirectories(file.getParent());
            try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
                out.write((String.join("\n", lines) + "\n").getBytes(UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the rows of the view, the newest version of each row that is not deleted, by location and id. */
    public List<Map<String, Object>> transactions() {
        return query("SELECT * FROM transactions ORDER BY location_id, id");
    }

    /** Returns the rows of the view for a location by their ids; fails if an id is there twice. */
    public Map<Long, Map<String, Object>> transactions(long location) {
        Map<Long, Map<String, Object>> byId = new TreeMap<>();
        for (Map<String, Object> row : query("SELECT * FROM transactions WHERE location_id = '" + location + "'")) {
            if (byId.put((Long) row.get("id"), row) != null) {
                throw new IllegalStateException("The view has row " + row.get("id") + " twice");
            }
        }
        return byId;
    }

    /** Returns all lines, tombstones and old versions too. */
    public List<Map<String, Object>> versions() {
        return query("SELECT * FROM transaction_versions ORDER BY location_id, id, exported_at");
    }

    /** Returns the result of a query of {@code transactions} or {@code transaction_versions}; nothing if there are no files. */
    public List<Map<String, Object>> query(String sql) {
        if (isEmpty()) {
            return List.of();
        }
        try (Connection connection = new DuckDBDriver().connect("jdbc:duckdb:", new Properties());
                Statement statement = connection.createStatement()) {
            statement.execute("SET threads = 1");
            statement.execute(ExportSql.statement("duckdb").replace(ExportSql.FOLDER, folder.toString()));
            statement.execute(ExportSql.statement("view"));
            return statement.execute(sql) ? rows(statement.getResultSet()) : List.of();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean isEmpty() {
        Path transactions = folder.resolve("transactions");
        if (!Files.exists(transactions)) {
            return true;
        }
        try (Stream<Path> files = Files.walk(transactions)) {
            return files.noneMatch(file -> file.toString().endsWith(".ndjson.gz"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Map<String, Object>> rows(ResultSet results) throws SQLException {
        List<Map<String, Object>> rows = new ArrayList<>();
        while (results.next()) {
            Map<String, Object> row = new LinkedHashMap<>();
            for (int column = 1; column <= results.getMetaData().getColumnCount(); column++) {
                row.put(results.getMetaData().getColumnLabel(column), value(results.getObject(column)));
            }
            rows.add(row);
        }
        return rows;
    }

    private static Object value(Object value) throws SQLException {
        if (value instanceof BigDecimal number) {
            return number.stripTrailingZeros();
        }
        if (value instanceof JsonNode json) {
            return json.toString();
        }
        return value instanceof Struct ? fields((DuckDBStruct) value) : value;
    }

    private static Map<String, Object> fields(DuckDBStruct struct) throws SQLException {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (Map.Entry<String, Object> field : struct.getMap().entrySet()) {
            fields.put(field.getKey(), value(field.getValue()));
        }
        return fields;
    }
}
