package io.stockroom.goods;

import io.stockroom.input.Input;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which stock levels are wanted.
 *
 * @param storages    their storages; empty for all
 * @param onlyInStock whether only goods are wanted that are in stock in one of the storages
 */
record StockFilter(Set<Long> storages, boolean onlyInStock) {

    private static final int MAX_STORAGES = 100;

    static StockFilter from(Input input) {
        List<Long> storages = input.field("storage_id").ids(MAX_STORAGES);
        return new StockFilter(storages == null ? Set.of() : new TreeSet<>(storages),
                Boolean.TRUE.equals(input.field("in_stock").flag()));
    }

    /** Returns the good with the wanted levels; empty if it is not wanted. */
    Optional<Good> apply(Good good) {
        List<StockLevel> wanted = good.actualAmounts().stream()
                .filter(level -> storages.isEmpty() || (level.storageId() != null && storages.contains(level.storageId()))).toList();
        return onlyInStock && wanted.stream().noneMatch(StockLevel::isInStock) ? Optional.empty() : Optional.of(good.withLevels(wanted));
    }

    Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (!storages.isEmpty()) {
            parameters.put("storage_id", storages.stream().map(String::valueOf).collect(Collectors.joining(",")));
        }
        if (onlyInStock) {
            parameters.put("in_stock", "true");
        }
        return parameters;
    }
}
