package io.stockroom.exports;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.stockroom.altegio.NamedReference;
import io.stockroom.altegio.Unread;
import io.stockroom.transactions.Transaction;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * A row of an exported file: a transaction, typed as the table in docs/exports.md declares it. One value of another type would fail each
 * query of the table, so that what does not fit is null in its column, and stands in {@code unread} as Altegio sent it.
 *
 * @param exportedAt when Altegio was asked, in UTC with milliseconds: texts that sort as the times do
 * @param deleted    true for a row that Altegio itself marks as deleted, otherwise null
 * @param unread     what does not fit, by the name of its field; with a dot for a field of a relation
 */
@RegisterForReflection
record ExportedTransaction(@JsonUnwrapped Transaction transaction, @JsonProperty("exported_at") String exportedAt,
        @JsonInclude(JsonInclude.Include.NON_NULL) Boolean deleted,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Object> unread) {

    private static final DateTimeFormatter MILLISECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'")
            .withZone(ZoneOffset.UTC);
    private static final String DELETED = "deleted";
    /** Columns of exports that a row of Altegio's may have too. */
    private static final Set<String> RESERVED = Set.of("exported_at", DELETED, "unread");
    /** The fields of relations that the table declares, besides their ids. */
    private static final Set<String> DECLARED = Set.of("id", "title", "short_title", "name", "phone");
    /** The table's decimals have 38 digits, 12 of them after the point. */
    private static final int MAX_INTEGER_DIGITS = 26;
    private static final int MAX_SCALE = 12;

    static ExportedTransaction of(Transaction sent, Instant askedAt) {
        Map<String, Object> unread = new LinkedHashMap<>(sent.unread().values());
        Boolean deleted = deleted(sent.others().get(DELETED), unread);
        Transaction typed = new Transaction(sent.id(), sent.documentId(), sent.typeId(), sent.type(), typed("good", sent.good(), unread),
                typed("storage", sent.storage(), unread), typed("unit", sent.unit(), unread),
                typed("operation_unit_type", sent.operationUnitType(), unread), typed("amount", sent.amount(), unread), sent.createDate(),
                sent.lastChangeDate(), typed("cost_per_unit", sent.costPerUnit(), unread), typed("cost", sent.cost(), unread),
                typed("discount", sent.discount(), unread), typed("master", sent.master(), unread),
                typed("supplier", sent.supplier(), unread), sent.recordId(), typed("service", sent.service(), unread),
                typed("client", sent.client(), unread), sent.comment(), others(sent.others(), unread), Unread.NOTHING);
        return new ExportedTransaction(typed, text(askedAt), deleted, unread);
    }

    static String text(Instant time) {
        return MILLISECONDS.format(time);
    }

    private static Boolean deleted(Object flag, Map<String, Object> unread) {
        return switch (String.valueOf(flag)) {
            case "null", "false", "0", "" -> null;
            case "true", "1" -> true;
            default -> {
                unread.put(DELETED, flag);
                yield null;
            }
        };
    }

    private static BigDecimal typed(String name, BigDecimal number, Map<String, Object> unread) {
        if (number == null || (number.precision() - number.scale() <= MAX_INTEGER_DIGITS
                && (number.scale() <= MAX_SCALE || number.stripTrailingZeros().scale() <= MAX_SCALE))) {
            return number;
        }
        unread.put(name, number);
        return null;
    }

    private static NamedReference typed(String name, NamedReference relation, Map<String, Object> unread) {
        if (relation == null || relation.others().entrySet().stream().allMatch(ExportedTransaction::isTyped)) {
            return relation;
        }
        Map<String, Object> others = new LinkedHashMap<>();
        relation.others().entrySet().forEach(field -> {
            if (isTyped(field)) {
                others.put(field.getKey(), field.getValue());
            } else {
                unread.put(name + "." + field.getKey(), field.getValue());
            }
        });
        return new NamedReference(relation.id(), relation.title(), others);
    }

    /** An id or a title is among the other fields only if it could not be read. */
    private static boolean isTyped(Map.Entry<String, Object> field) {
        return !DECLARED.contains(field.getKey()) || field.getValue() == null
                || (field.getValue() instanceof String && !field.getKey().equals("id"));
    }

    private static Map<String, Object> others(Map<String, Object> sent, Map<String, Object> unread) {
        if (RESERVED.stream().noneMatch(sent::containsKey)) {
            return sent;
        }
        Map<String, Object> others = new LinkedHashMap<>(sent);
        others.remove(DELETED);
        RESERVED.stream().filter(others::containsKey).forEach(name -> unread.put(name, others.remove(name)));
        return others;
    }
}
