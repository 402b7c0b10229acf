package io.stockroom.lists;

import io.stockroom.input.Field;
import java.util.Map;

/** The CSV variants that spreadsheets read: with commas (RFC 4180), or with semicolons where the comma is the decimal sign. */
public enum CsvDialect {

    COMMA(',', ""), SEMICOLON(';', "\ufeff");

    private final char separator;
    private final String byteOrderMark;

    CsvDialect(char separator, String byteOrderMark) {
        this.separator = separator;
        this.byteOrderMark = byteOrderMark;
    }

    public static CsvDialect from(Field field) {
        String text = field.text();
        if (text == null || text.equals("comma") || text.equals(",")) {
            return COMMA;
        }
        if (!text.equals("semicolon") && !text.equals(";")) {
            field.violation("must be comma or semicolon");
        }
        return SEMICOLON;
    }

    char separator() {
        return separator;
    }

    /** Returns the byte order mark by which Excel recognizes UTF-8; empty for commas. */
    String byteOrderMark() {
        return byteOrderMark;
    }

    /** Returns the variant as query parameters. */
    public Map<String, String> parameters() {
        return this == COMMA ? Map.of() : Map.of("separator", "semicolon");
    }
}
