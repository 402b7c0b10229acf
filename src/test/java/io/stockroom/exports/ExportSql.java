package io.stockroom.exports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The statements of docs/exports.md: each is a block of SQL below a comment with its name. */
public final class ExportSql {

    /** The folder in the statement of DuckDB, which tests replace. */
    static final String FOLDER = "target/export";

    private static final Path DOCUMENT = Path.of("docs/exports.md");

    private ExportSql() {
    }

    /** Returns the statement of this name as it is written. */
    public static String statement(String name) {
        String document = document();
        Matcher block = Pattern.compile("<!-- sql: " + Pattern.quote(name) + " -->\n```sql\n(.*?)\n```", Pattern.DOTALL).matcher(document);
        if (!block.find()) {
            throw new IllegalArgumentException(DOCUMENT + " has no statement " + name);
        }
        return block.group(1);
    }

    private static String document() {
        try {
            return Files.readString(DOCUMENT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
