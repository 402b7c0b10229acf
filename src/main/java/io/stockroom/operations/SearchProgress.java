package io.stockroom.operations;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How far the search for an operation has come, so that the next request goes on. Its size is bounded: a ledger keeps it in the key's
 * record.
 *
 * @param began      when the current search began; null if the next one begins anew
 * @param page       the next page to read, from 1; 0 if all are read
 * @param pageSize   how many rows Altegio returns at once; 0 if unknown
 * @param fresh      whether a row was visible that changed after the settle time, so that the search would show the operation
 * @param marks      whether rows show markers, so that a document without one is hardly an operation of ours
 * @param open       documents that may be the operation's and are not read yet, the most likely first
 * @param excluded   documents that have been read and are not the operation's
 * @param candidates documents that equal the operation; nothing shows whether they are its
 * @param offered    candidates that have been reported to a caller
 * @param notFound   when the first complete search without a result began; null if there was none
 */
record SearchProgress(Instant began, int page, int pageSize, boolean fresh, boolean marks, List<Long> open, List<Long> excluded,
        List<Long> candidates, List<Long> offered, Instant notFound) {

    static final SearchProgress NONE = new SearchProgress(null, 1, 0, false, false, List.of(), List.of(), List.of(), List.of(), null);

    /** Returns what is still valid of the progress: a search proves nothing if it began before the last attempt had settled. */
    SearchProgress settledBy(Instant settled) {
        boolean isValid = began != null && !began.isBefore(settled);
        Instant validNotFound = notFound == null || notFound.isBefore(settled) ? null : notFound;
        return isValid ? new SearchProgress(began, page, pageSize, fresh, marks, open, excluded, candidates, offered, validNotFound)
                : new SearchProgress(null, 1, 0, false, false, List.of(), excluded, candidates, offered, validNotFound);
    }

    /** Returns the progress after a complete search without a result: the next search begins anew. */
    SearchProgress complete() {
        return new SearchProgress(null, 1, 0, false, false, List.of(), excluded, candidates, offered, notFound == null ? began : notFound);
    }

    /** Returns the progress after all candidates have been reported. */
    SearchProgress offering() {
        Instant complete = notFound == null && page == 0 && open.isEmpty() ? began : notFound;
        return new SearchProgress(began, page, pageSize, fresh, marks, open, excluded, candidates, candidates, complete);
    }

    /** Returns the progress after a person has declared all reported candidates not to be the operation's: the search begins anew. */
    SearchProgress declined() {
        return new SearchProgress(null, 1, 0, false, false, List.of(),
                Stream.concat(excluded.stream(), offered.stream()).distinct().toList(),
                candidates.stream().filter(id -> !offered.contains(id)).toList(), List.of(), notFound);
    }

    /** Returns a compact text that {@link #parse} reads. */
    String text() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("began", began == null ? "" : began.toEpochMilli());
        fields.put("page", page);
        fields.put("size", pageSize);
        fields.put("fresh", fresh);
        fields.put("marks", marks);
        fields.put("open", joined(open));
        fields.put("excluded", joined(excluded));
        fields.put("candidates", joined(candidates));
        fields.put("offered", joined(offered));
        fields.put("notFound", notFound == null ? "" : notFound.toEpochMilli());
        return fields.entrySet().stream().map(field -> field.getKey() + "=" + field.getValue()).collect(Collectors.joining(";"));
    }

    /** Reads the text of a progress; null is no progress. */
    static SearchProgress parse(String text) {
        if (text == null) {
            return NONE;
        }
        Map<String, String> fields = Stream.of(text.split(";")).map(field -> field.split("=", 2))
                .collect(Collectors.toMap(field -> field[0], field -> field[1]));
        return new SearchProgress(instant(fields.get("began")), Integer.parseInt(fields.get("page")), Integer.parseInt(fields.get("size")),
                Boolean.parseBoolean(fields.get("fresh")), Boolean.parseBoolean(fields.get("marks")), ids(fields.get("open")),
                ids(fields.get("excluded")), ids(fields.get("candidates")), ids(fields.get("offered")), instant(fields.get("notFound")));
    }

    private static String joined(List<Long> ids) {
        return ids.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private static List<Long> ids(String joined) {
        return joined.isEmpty() ? List.of() : Stream.of(joined.split(",")).map(Long::valueOf).toList();
    }

    private static Instant instant(String millis) {
        return millis.isEmpty() ? null : Instant.ofEpochMilli(Long.parseLong(millis));
    }
}
