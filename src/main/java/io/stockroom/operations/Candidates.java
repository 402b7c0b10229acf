package io.stockroom.operations;

import io.stockroom.altegio.OperationType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The documents that may be an operation's although no marker in their rows shows it: those of which every row can be one of the
 * operation's lines. A document with another operation's marker is none. Rows may be missing, because whether Altegio books an
 * operation as a whole is not known.
 */
final class Candidates {

    private final Operation operation;
    private final Map<Long, Map<Object, SearchedRow>> rowsByDocument = new LinkedHashMap<>();

    Candidates(Operation operation) {
        this.operation = operation;
    }

    void add(SearchedRow row) {
        if (row.documentId() != null) {
            rowsByDocument.computeIfAbsent(row.documentId(), id -> new LinkedHashMap<>()).put(row.identity(), row);
        }
    }

    /** Returns the documents' ids, the most likely first: those with all of the operation's lines. */
    List<Long> documents() {
        Map<Boolean, List<Long>> complete = rowsByDocument.entrySet().stream().filter(document -> canBeOperation(document.getValue()))
                .collect(Collectors.partitioningBy(document -> document.getValue().size() == operation.goodsTransactions().size(),
                        Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
        List<Long> documents = new ArrayList<>(complete.get(true));
        documents.addAll(complete.get(false));
        return documents;
    }

    private boolean canBeOperation(Map<Object, SearchedRow> rows) {
        return rows.values().stream().allMatch(row -> row.marker().isEmpty()
                && operation.goodsTransactions().stream().anyMatch(line -> row.matches(line, storage())));
    }

    /** Returns the only storage that rows can have; null for a transfer, whose rows may be in either storage. */
    private Long storage() {
        return operation.typeId() == OperationType.TRANSFER.id() ? null : operation.storageId();
    }
}
