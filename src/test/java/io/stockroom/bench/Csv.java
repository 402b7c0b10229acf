package io.stockroom.bench;

import java.util.ArrayList;
import java.util.List;

/** Reads the records of an RFC 4180 CSV file; quoted fields may contain commas, quotes and line breaks. */
final class Csv {

    private final List<List<String>> records = new ArrayList<>();
    private final StringBuilder field = new StringBuilder();
    private List<String> fields = new ArrayList<>();
    private boolean quoted;
    private boolean quoteJustClosed;

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

    /** A doubled quote closes a quoted field and reopens it: only then is it part of the value. */
    private void read(char character) {
        if (character == '"') {
            quoted = !quoted;
            if (quoted && quoteJustClosed) {
                field.append('"');
            }
            quoteJustClosed = !quoted;
            return;
        }
        quoteJustClosed = false;
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
