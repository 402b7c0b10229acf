package io.stockroom.transactions;

import io.stockroom.input.Member;
import java.util.Map;

/** The two tables that spreadsheets read: with commas (RFC 4180), or with semicolons where the comma is the decimal sign. */
enum CsvDialect {

    COMMA(',', ""), SEMICOLON(';', "\ufeff");

    private final char separator;
    private final String mark;

    CsvDialect(char separator, String mark) {
        this.separator = separator;
        this.mark = mark;
    }

    static CsvDialect from(Member member) {
        String text = member.text();
        if (text == null || text.equals("comma") || text.equals(",")) {
            return COMMA;
        }
        if (!text.equals("semicolon") && !text.equals(";")) {
            member.fault("must be comma or semicolon");
        }
        return SEMICOLON;
    }

    char separator() {
        return separator;
    }

    /** The byte order mark by which Excel sees that a file is UTF-8. */
    String mark() {
        return mark;
    }

    Map<String, String> parameters() {
        return this == COMMA ? Map.of() : Map.of("separator", "semicolon");
    }
}
