package io.stockroom.lists;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stockroom.input.Timestamps;
import java.math.BigDecimal;
import java.time.temporal.Temporal;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * CSV (RFC 4180) of the known fields, with one line per row. The columns and their order are part of the contract; new columns are
 * appended.
 *
 * @param columns    for each column, in their order, how to read its value from a row: a number, a timestamp, text or null
 * @param withHeader whether to write the header, as in the first part; the parts without it can be appended to the first
 */
public record CsvFormat<R>(Map<String, Function<R, Object>> columns, CsvDialect dialect, boolean withHeader) implements Format<R> {

    private static final int MAX_EXPONENT = 1000;

    @Override
    public String mediaType() {
        return "text/csv; charset=utf-8; header=" + (withHeader ? "present" : "absent");
    }

    @Override
    public byte[] head() {
        return (withHeader ? dialect.byteOrderMark() + String.join(separator(), columns.keySet()) + "\r\n" : "").getBytes(UTF_8);
    }

    @Override
    public byte[] row(R row) {
        return columns.values().stream().map(column -> cell(column.apply(row)))
                .collect(Collectors.joining(separator(), "", "\r\n")).getBytes(UTF_8);
    }

    @Override
    public byte[] between() {
        return new byte[0];
    }

    @Override
    public byte[] tail(Object meta) {
        return new byte[0];
    }

    private String separator() {
        return String.valueOf(dialect.separator());
    }

    private String cell(Object value) {
        if (value instanceof BigDecimal number) {
            return Math.abs((long) number.scale()) > MAX_EXPONENT ? number.toString() : number.toPlainString();
        }
        if (value instanceof Temporal timestamp) {
            return Timestamps.format(timestamp);
        }
        if (value == null) {
            return "";
        }
        return value instanceof Number ? value.toString() : new CsvText(value.toString()).cell(dialect.separator());
    }
}
