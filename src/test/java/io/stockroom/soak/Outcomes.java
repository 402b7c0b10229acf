package io.stockroom.soak;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What responses reported about each operation, and how that compares with the documents that exist. */
final class Outcomes {

    /** The id of a document that is reported as booked without its id, because Altegio does not show it. */
    static final long UNREADABLE = 0;

    private final Map<String, Set<Long>> booked = new TreeMap<>();
    private final Map<String, Integer> inFlight = new HashMap<>();
    private final Map<String, Integer> begun = new TreeMap<>();
    private final List<String> violations = new ArrayList<>();

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

    synchronized void end(Ticket ticket) {
        inFlight.merge(ticket.key(), -1, Integer::sum);
    }

    /** Records a response that reports the operation as booked. */
    synchronized void booked(Ticket ticket, long document) {
        booked.computeIfAbsent(ticket.key(), each -> new TreeSet<>()).add(document);
    }

    /**
     * Records a response that reports the operation as rejected: nothing of it may be booked then, unless by another request at the same
     * time.
     *
     * @param documents of the operation, now
     */
    synchronized void rejected(Ticket ticket, List<Long> documents) {
        if (ticket.alone() && begun.get(ticket.key()) == ticket.number() && !documents.isEmpty()) {
            violations.add(ticket.key() + " is reported as rejected, but booked: " + documents);
        }
    }

    /** Returns the keys that have not been reported as booked. */
    synchronized List<String> unfinished() {
        return begun.keySet().stream().filter(key -> !booked.containsKey(key)).toList();
    }

    synchronized int count() {
        return begun.size();
    }

    /**
     * Returns each contradiction between what was reported and the documents. Each operation is valid, so that in the end it is booked.
     *
     * @param documents ids of the documents of each operation
     */
    synchronized List<String> violations(Map<String, List<Long>> documents) {
        List<String> all = new ArrayList<>(violations);
        for (String key : begun.keySet()) {
            List<Long> actual = documents.getOrDefault(key, List.of());
            Set<Long> reported = new TreeSet<>(booked.getOrDefault(key, Set.of()));
            reported.remove(UNREADABLE);
            if (actual.size() > 1) {
                all.add(key + " is booked " + actual.size() + " times: " + actual);
            } else if (!booked.containsKey(key)) {
                all.add(key + " has no final outcome");
            } else if (actual.isEmpty()) {
                all.add(key + " is reported as booked, but lost");
            } else if (!reported.isEmpty() && !reported.equals(Set.copyOf(actual))) {
                all.add(key + " is document " + actual + ", but reported as " + reported);
            }
        }
        documents.keySet().stream().filter(key -> !begun.containsKey(key)).forEach(key -> all.add(key + " was never requested"));
        return all;
    }
}
