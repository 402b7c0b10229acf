package io.stockroom.transactions;

import io.stockroom.input.Input;
import io.stockroom.input.Member;
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
 * Which transactions are wanted, in Altegio's own terms.
 *
 * @param page          from 1
 * @param count         rows a page, 1 to 1000
 * @param startDate     the first day, or null
 * @param endDate       the last day, or null
 * @param documentId    the document they belong to, or null
 * @param changedAfter  an {@link OffsetDateTime}, or a {@link LocalDateTime} in the location's own time, or null
 * @param changedBefore likewise
 */
record TransactionQuery(int page, int count, LocalDate startDate, LocalDate endDate, Long documentId, Temporal changedAfter,
        Temporal changedBefore) {

    static final int DEFAULT_COUNT = 20;
    private static final int MOST = 1000;

    /** @param defaultCount rows a page where the request does not say */
    static TransactionQuery from(Input input, int defaultCount) {
        Integer page = input.member("page").wholeNumber(1, Integer.MAX_VALUE);
        Integer count = input.member("count").wholeNumber(1, MOST);
        LocalDate startDate = input.member("start_date").date();
        Member endDate = input.member("end_date");
        Long documentId = input.member("document_id").id();
        Temporal changedAfter = input.member("changed_after").timestamp();
        Member changedBefore = input.member("changed_before");
        TransactionQuery query = new TransactionQuery(page == null ? 1 : page, count == null ? defaultCount : count,
                startDate, endDate.date(), documentId, changedAfter, changedBefore.timestamp());
        if (query.startDate != null && query.endDate != null && query.endDate.isBefore(query.startDate)) {
            endDate.fault("is before start_date");
        }
        if (isReversed(query.changedAfter, query.changedBefore)) {
            changedBefore.fault("is before changed_after");
        }
        return query;
    }

    /** The query as Altegio takes it: page and count always, so that the answer's paging is known. */
    Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("page", String.valueOf(page));
        parameters.put("count", String.valueOf(count));
        put(parameters, "start_date", startDate, LocalDate::toString);
        put(parameters, "end_date", endDate, LocalDate::toString);
        put(parameters, "document_id", documentId, String::valueOf);
        put(parameters, "changed_after", changedAfter, Timestamps::format);
        put(parameters, "changed_before", changedBefore, Timestamps::format);
        return parameters;
    }

    /** The same for another page. */
    Map<String, String> parameters(int otherPage, int otherCount) {
        return new TransactionQuery(otherPage, otherCount, startDate, endDate, documentId, changedAfter, changedBefore).parameters();
    }

    /** The days asked for, in words that fit a file name. */
    Optional<String> days() {
        if (startDate == null || endDate == null) {
            return Optional.ofNullable(startDate).map(day -> "from-" + day).or(() -> Optional.ofNullable(endDate).map(day -> "until-" + day));
        }
        return Optional.of(startDate.equals(endDate) ? startDate.toString() : startDate + "_" + endDate);
    }

    private static <T> void put(Map<String, String> parameters, String name, T value, Function<T, String> text) {
        if (value != null) {
            parameters.put(name, text.apply(value));
        }
    }

    /** Only two of a kind can be compared: what a time without an offset means, the location knows and we don't. */
    private static boolean isReversed(Temporal after, Temporal before) {
        if (after instanceof OffsetDateTime from && before instanceof OffsetDateTime to) {
            return to.isBefore(from);
        }
        return after instanceof LocalDateTime from && before instanceof LocalDateTime to && to.isBefore(from);
    }
}
