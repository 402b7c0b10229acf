package io.stockroom.transactions;

import io.stockroom.input.Field;
import io.stockroom.input.Input;
import io.stockroom.input.Timestamps;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.Temporal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which transactions to search for, in Altegio's own parameters.
 *
 * @param startDate     the first day, or null
 * @param endDate       the last day, or null
 * @param documentId    the document that they belong to, or null
 * @param changedAfter  an {@link OffsetDateTime}, or a {@link LocalDateTime} in the location's own time, or null
 * @param changedBefore likewise
 */
record TransactionQuery(LocalDate startDate, LocalDate endDate, Long documentId, Temporal changedAfter,
        Temporal changedBefore) {

    static TransactionQuery from(Input input) {
        LocalDate startDate = input.field("start_date").date();
        Field endDate = input.field("end_date");
        Long documentId = input.field("document_id").id();
        Temporal changedAfter = input.field("changed_after").timestamp();
        Field changedBefore = input.field("changed_before");
        TransactionQuery query = new TransactionQuery(startDate, endDate.date(), documentId, changedAfter, changedBefore.timestamp());
        if (query.startDate != null && query.endDate != null && query.endDate.isBefore(query.startDate)) {
            endDate.violation("must not be before `start_date`");
        }
        if (isReversed(query.changedAfter, query.changedBefore)) {
            changedBefore.violation("must not be before `changed_after`");
        }
        return query;
    }

    /** Returns Altegio's parameters for a page. They always include page and count, so that the paging of the response is known. */
    Map<String, String> parameters(int page, int count) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("page", String.valueOf(page));
        parameters.put("count", String.valueOf(count));
        parameters.putAll(parameters());
        return parameters;
    }

    /** Returns Altegio's parameters without the paging. */
    Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        put(parameters, "start_date", startDate, LocalDate::toString);
        put(parameters, "end_date", endDate, LocalDate::toString);
        put(parameters, "document_id", documentId, String::valueOf);
        put(parameters, "changed_after", changedAfter, Timestamps::format);
        put(parameters, "changed_before", changedBefore, Timestamps::format);
        return parameters;
    }

    /** Returns the requested days in a form that fits a file name. */
    Optional<String> days() {
        if (startDate == null || endDate == null) {
            return Optional.ofNullable(startDate).map(day -> "from-" + day)
                    .or(() -> Optional.ofNullable(endDate).map(day -> "until-" + day));
        }
        return Optional.of(startDate.equals(endDate) ? startDate.toString() : startDate + "_" + endDate);
    }

    private static <T> void put(Map<String, String> parameters, String name, T value, Function<T, String> text) {
        if (value != null) {
            parameters.put(name, text.apply(value));
        }
    }

    /** Compares only two values of a kind: the offset of a time without one is known only to the location. */
    private static boolean isReversed(Temporal after, Temporal before) {
        if (after instanceof OffsetDateTime from && before instanceof OffsetDateTime to) {
            return to.isBefore(from);
        }
        return after instanceof LocalDateTime from && before instanceof LocalDateTime to && to.isBefore(from);
    }
}
