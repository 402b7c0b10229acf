package io.stockroom.transactions;

import io.stockroom.altegio.NamedReference;
import io.stockroom.lists.CsvDialect;
import io.stockroom.lists.CsvFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** The columns of a transaction in CSV, with relations flattened. */
final class TransactionCsv {

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

    private TransactionCsv() {
    }

    /** @param withHeader whether to write the header: see {@link CsvFormat} */
    static CsvFormat<Transaction> format(CsvDialect dialect, boolean withHeader) {
        return new CsvFormat<>(COLUMNS, dialect, withHeader);
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
}
