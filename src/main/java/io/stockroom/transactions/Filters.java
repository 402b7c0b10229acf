package io.stockroom.transactions;

import io.stockroom.altegio.NamedReference;
import io.stockroom.input.Input;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The filters that Altegio lacks: a transaction matches if each filtered field has one of the ids given for it, or could not be read. Then
 * the caller decides, who finds a warning about it in the response.
 */
record Filters(Map<String, Set<Long>> ids) {

    private static final int MAX_IDS = 100;
    private static final Map<String, Function<Transaction, Long>> FIELDS = new TreeMap<>(Map.of(
            "good_id", transaction -> id(transaction.good()),
            "storage_id", transaction -> id(transaction.storage()),
            "type_id", Transaction::typeId,
            "client_id", transaction -> id(transaction.client())));

    static Filters from(Input input) {
        Map<String, Set<Long>> ids = new TreeMap<>();
        FIELDS.keySet().forEach(name -> {
            List<Long> wanted = input.field(name).ids(MAX_IDS);
            if (wanted != null) {
                ids.put(name, new TreeSet<>(wanted));
            }
        });
        return new Filters(ids);
    }

    boolean match(Transaction transaction) {
        return ids.entrySet().stream().allMatch(filter -> {
            Long id = FIELDS.get(filter.getKey()).apply(transaction);
            return id == null ? transaction.isUnread(filter.getKey()) : filter.getValue().contains(id);
        });
    }

    /** Returns the filters as query parameters. */
    Map<String, String> parameters() {
        Map<String, String> parameters = new TreeMap<>();
        ids.forEach((name, wanted) -> parameters.put(name, wanted.stream().map(String::valueOf).collect(Collectors.joining(","))));
        return parameters;
    }

    private static Long id(NamedReference reference) {
        return reference == null ? null : reference.id();
    }
}
