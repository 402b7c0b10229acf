package io.stockroom.transactions;

import io.stockroom.input.Field;
import io.stockroom.input.Input;
import io.stockroom.lists.ChangedRange;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which transactions to search for, in Altegio's own parameters.
 *
 * @param startDate  the first day, or null
 * @param endDate    the last day, or null
 * @param documentId the document that they belong to, or null
 */
record TransactionQuery(LocalDate startDate, LocalDate endDate, Long documentId, ChangedRange changed) {

    static TransactionQuery from(Input input) {
        LocalDate startDate = input.field("start_date").date();
        Field end = input.field("end_date");
        LocalDate endDate = end.date();
        if (startDate != null && endDate != null && endDate.isBefore(startDate)) {
            end.violation("must not be before `start_date`");
        }
        return new TransactionQuery(startDate, endDate, input.field("document_id").id(), ChangedRange.from(input));
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
        parameters.putAll(changed.parameters());
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
}
