package io.stockroom.transactions;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stockroom.altegio.NamedReference;
import io.stockroom.input.Timestamps;
import java.math.BigDecimal;
import java.time.temporal.Temporal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * CSV (RFC 4180) of the known fields, with relations flattened and one line per transaction. The columns and their order are
 * part of the contract; new columns are appended.
 *
 * @param withHeader whether to write the header, as in the first part; the parts without it can be appended to the first
 */
record CsvFormat(CsvDialect dialect, boolean withHeader) implements Format {

    private static final int MAX_EXPONENT = 1000;
    private static final Map<String, Function<Transaction, Object>> COLUMNS = new LinkedHashMap<>();

    static {
        COLUMNS.put("id", Transaction::id);
        COLUMNS.put("document_id", Transaction::documentId);
        COLUMNS.put("type_id", Transaction::typeId);
        COLUMNS.put("type", Transaction::type);
        relation("good", Transaction::good, "title");
        relation("storage", Transaction::storage, "title");
        relation("unit", Transaction::unit, "title", "short_title");
        COLUMNS.put("operation_unit_type", Transaction::operationUnitType);
        COLUMNS.put("amount", Transaction::amount);
        COLUMNS.put("create_date", Transaction::createDate);
        COLUMNS.put("last_change_date", Transaction::lastChangeDate);
        COLUMNS.put("cost_per_unit", Transaction::costPerUnit);
        COLUMNS.put("cost", Transaction::cost);
        COLUMNS.put("discount", Transaction::discount);
        relation("master", Transaction::master, "title");
        relation("supplier", Transaction::supplier, "title");
        COLUMNS.put("record_id", Transaction::recordId);
        relation("service", Transaction::service, "title");
        relation("client", Transaction::client, "name", "phone");
        COLUMNS.put("comment", Transaction::comment);
        COLUMNS.replaceAll((name, column) -> transaction -> asSent(transaction, name, column.apply(transaction)));
    }

    /** Returns the value, or what Altegio sends in its place; for a relation that could not be read, as its title or name. */
    private static Object asSent(Transaction transaction, String column, Object value) {
        Map<String, Object> unread = transaction.unread().values();
        return value != null || unread.isEmpty() ? value
                : unread.getOrDefault(column, unread.get(column.replaceFirst("_(title|name)$", "")));
    }

    private static void relation(String name, Function<Transaction, NamedReference> relation, String... fields) {
        COLUMNS.put(name + "_id", transaction -> field(relation.apply(transaction), "id"));
        for (String field : fields) {
            COLUMNS.put(name + "_" + field, transaction -> field(relation.apply(transaction), field));
        }
    }

    private static Object field(NamedReference reference, String name) {
        if (reference == null) {
            return null;
        }
        return switch (name) {
            case "id" -> reference.id() == null ? reference.others().get(name) : reference.id();
            case "title" -> reference.title() == null ? reference.others().get(name) : reference.title();
            default -> reference.others().get(name);
        };
    }

    @Override
    public String mediaType() {
        return "text/csv; charset=utf-8; header=" + (withHeader ? "present" : "absent");
    }

    @Override
    public byte[] head() {
        return (withHeader ? dialect.byteOrderMark() + String.join(separator(), COLUMNS.keySet()) + "\r\n" : "").getBytes(UTF_8);
    }

    @Override
    public byte[] row(Transaction transaction) {
        return COLUMNS.values().stream().map(column -> cell(column.apply(transaction)))
                .collect(Collectors.joining(separator(), "", "\r\n")).getBytes(UTF_8);
    }

    @Override
    public byte[] between() {
        return new byte[0];
    }

    @Override
    public byte[] tail(SearchMeta meta) {
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
