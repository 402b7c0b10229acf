package io.stockroom.bench;

import java.util.ArrayList;
import java.util.List;

/** Reads the records of a CSV file of RFC 4180, which may have commas, quotes and line breaks within quoted fields. */
final class Csv {

    private final List<List<String>> records = new ArrayList<>();
    private final StringBuilder field = new StringBuilder();
    private List<String> fields = new ArrayList<>();
    private boolean quoted;
    private boolean closedJustNow;

    private Csv() {
    }

    static List<List<String>> records(String text) {
        Csv csv = new Csv();
        for (int i = 0; i < text.length(); i++) {
            csv.read(text.charAt(i));
        }
        if (!csv.fields.isEmpty() || csv.field.length() > 0) {
            csv.read('\n');
        }
        return csv.records;
    }

    /** A quote doubled within quotes ends them and opens them again: only then does it stand for itself. */
    private void read(char character) {
        if (character == '"') {
            quoted = !quoted;
            if (quoted && closedJustNow) {
                field.append('"');
            }
            closedJustNow = !quoted;
            return;
        }
        closedJustNow = false;
        if (quoted || character != ',' && character != '\n' && character != '\r') {
            field.append(character);
        } else if (character != '\r') {
            fields.add(field.toString());
            field.setLength(0);
            if (character == '\n') {
                records.add(fields);
                fields = new ArrayList<>();
            }
        }
    }
}
