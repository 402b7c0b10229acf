package io.stockroom.soak;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/** What responses reported about each operation, and how that compares with the documents that exist. */
final class Outcomes {

    private final Predicate<String> isValid;
    private final Map<String, Set<Long>> booked = new TreeMap<>();
    private final Map<String, Integer> bookedLines = new HashMap<>();
    private final Set<String> rejected = new TreeSet<>();
    private final Set<String> lastRejected = new TreeSet<>();
    private final Map<String, Integer> inFlight = new HashMap<>();
    private final Map<String, Integer> begun = new TreeMap<>();
    private final Map<String, Integer> counts = new TreeMap<>();
    private final List<String> violations = new ArrayList<>();

    /** @param isValid whether Altegio accepts the operation of a key, so that in the end it must be booked */
    Outcomes(Predicate<String> isValid) {
        this.isValid = isValid;
    }

    /** Records that a request begins, and returns a token for its end. */
    synchronized Ticket begin(String key) {
        return new Ticket(key, begun.merge(key, 1, Integer::sum), inFlight.merge(key, 1, Integer::sum) == 1);
    }

    /**
     * A request.
     *
     * @param number of the request among those of its key
     * @param alone  whether no other request of the key was in flight when it began
     */
    record Ticket(String key, int number, boolean alone) {
    }

    /** Records that a request ended without having been recorded, or after it was. */
    synchronized void end(Ticket ticket) {
        inFlight.merge(ticket.key(), -1, Integer::sum);
    }

    /**
     * Records a response. After a rejection nothing of the operation may be booked, unless by another request at the same time.
     *
     * @param documents of the operation, now; only needed for a rejection
     */
    synchronized void add(Ticket ticket, Reply reply, List<BookedDocument> documents) {
        boolean isInvalid = reply.kind() == Reply.Kind.INVALID;
        counts.merge(isInvalid ? "invalid" : reply.label(), 1, Integer::sum);
        switch (reply.kind()) {
            case BOOKED -> {
                booked.computeIfAbsent(ticket.key(), each -> new TreeSet<>()).add(reply.document());
                bookedLines.merge(ticket.key(), reply.lines(), Math::max);
            }
            case REJECTED -> {
                rejected.add(ticket.key());
                lastRejected.add(ticket.key());
                if (ticket.alone() && begun.get(ticket.key()) == ticket.number() && !documents.isEmpty()) {
                    violations.add(ticket.key() + " is reported as rejected, but booked: " + ids(documents));
                }
            }
            case INVALID -> violations.add("The response to " + ticket.key() + " " + reply.label());
            case OPEN -> {
                // Nothing is final yet.
            }
        }
    }

    /** Begins the end of a test: a rejection until now may have been injected. */
    synchronized void expectFinalOutcomes() {
        lastRejected.clear();
    }

    /** Returns the keys that have no final outcome: neither booked nor, if Altegio does not accept them, rejected. */
    synchronized List<String> unfinished() {
        return begun.keySet().stream().filter(key -> !isFinished(key)).toList();
    }

    private boolean isFinished(String key) {
        return booked.containsKey(key) || !isValid.test(key) && lastRejected.contains(key);
    }

    /** Returns the keys that were reported as rejected at some time. */
    synchronized Set<String> rejected() {
        return new TreeSet<>(rejected);
    }

    /** Returns the number of keys. */
    synchronized int keys() {
        return begun.size();
    }

    /** Returns the number of responses by what they reported. */
    synchronized Map<String, Integer> counts() {
        return new TreeMap<>(counts);
    }

    /**
     * Returns each contradiction between what was reported and the documents.
     *
     * @param documents of each operation
     */
    synchronized List<String> violations(Map<String, List<BookedDocument>> documents) {
        List<String> all = new ArrayList<>(violations);
        begun.keySet().forEach(key -> all.addAll(violations(key, documents.getOrDefault(key, List.of()))));
        documents.keySet().stream().filter(key -> !begun.containsKey(key)).sorted()
                .forEach(key -> all.add(key + " was never requested"));
        return all;
    }

    private List<String> violations(String key, List<BookedDocument> actual) {
        Set<Long> reported = new TreeSet<>(booked.getOrDefault(key, Set.of()));
        reported.remove(Reply.UNREADABLE);
        if (actual.size() > 1) {
            return List.of(key + " is booked " + actual.size() + " times: " + ids(actual));
        }
        if (!isFinished(key)) {
            return List.of(key + " has no final outcome");
        }
        if (!booked.containsKey(key)) {
            return actual.isEmpty() ? List.of() : List.of(key + " is finally reported as rejected, but booked: " + ids(actual));
        }
        if (actual.isEmpty()) {
            return List.of(key + " is reported as booked, but lost");
        }
        if (!reported.isEmpty() && !reported.equals(Set.copyOf(ids(actual)))) {
            return List.of(key + " is document " + ids(actual) + ", but reported as " + reported);
        }
        int lines = actual.get(0).lines();
        return bookedLines.get(key) <= lines ? List.of()
                : List.of(key + " has " + lines + " lines, but is reported with " + bookedLines.get(key));
    }

    private static List<Long> ids(List<BookedDocument> documents) {
        return documents.stream().map(BookedDocument::id).toList();
    }
}
