package io.stockroom.transactions;

import io.stockroom.altegio.Reference;
import io.stockroom.input.Input;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The filters that Altegio lacks: of one name any of the ids, of several names all. */
record Filters(Map<String, Set<Long>> ids) {

    private static final int MOST_IDS = 100;
    private static final Map<String, Function<Transaction, Long>> MEMBERS = new TreeMap<>(Map.of(
            "good_id", transaction -> id(transaction.good()),
            "storage_id", transaction -> id(transaction.storage()),
            "type_id", Transaction::typeId,
            "client_id", transaction -> id(transaction.client())));

    static Filters from(Input input) {
        Map<String, Set<Long>> ids = new TreeMap<>();
        MEMBERS.keySet().forEach(name -> {
            List<Long> wanted = input.member(name).ids(MOST_IDS);
            if (wanted != null) {
                ids.put(name, new TreeSet<>(wanted));
            }
        });
        return new Filters(ids);
    }

    boolean match(Transaction transaction) {
        return ids.entrySet().stream().allMatch(filter -> {
            Long id = MEMBERS.get(filter.getKey()).apply(transaction);
            return id != null && filter.getValue().contains(id);
        });
    }

    /** As a caller may write them. */
    Map<String, String> parameters() {
        Map<String, String> parameters = new TreeMap<>();
        ids.forEach((name, wanted) -> parameters.put(name, wanted.stream().map(String::valueOf).collect(Collectors.joining(","))));
        return parameters;
    }

    private static Long id(Reference reference) {
        return reference == null ? null : reference.id();
    }
}
