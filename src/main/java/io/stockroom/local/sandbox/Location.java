package io.stockroom.local.sandbox;

import io.stockroom.local.sandbox.Operation.Line;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The books of one location: documents, their transactions, stock levels and money. Safe for many threads. */
public final class Location {

    private static final Comparator<Movement> NEWEST_FIRST = Comparator
            .comparing(Movement::created).thenComparing(Movement::id).reversed();

    private final long id;
    private final Catalog catalog;
    private final Clock clock;
    private final List<Operation> seed;

    private final NavigableSet<Movement> movements = new TreeSet<>(NEWEST_FIRST);
    private final Map<Long, Document> documents = new LinkedHashMap<>();
    private final List<Document> commits = new ArrayList<>();
    private final List<Payment> payments = new ArrayList<>();
    private final Map<Long, Map<Long, BigDecimal>> levels = new TreeMap<>();
    private final Set<String> specialNumbers = new HashSet<>();

    Location(long id, Catalog catalog, List<Operation> seed, Clock clock) {
        this.id = id;
        this.catalog = catalog;
        this.clock = clock;
        this.seed = seed;
        seed.forEach(operation -> book(operation, operation.created()));
    }

    /**
     * Gives the location a longer past: its seed again and again, each time 52 weeks earlier, until it has so many
     * transactions more, or a few beyond that. The same rows at every start.
     */
    synchronized void grow(int transactions) {
        int wanted = movements.size() + transactions;
        for (int round = 1; !seed.isEmpty() && movements.size() < wanted; round++) {
            for (int i = seed.size() - 1; i >= 0 && movements.size() < wanted; i--) {
                Operation operation = seed.get(i).earlier(Duration.ofDays(364L * round));
                book(operation, operation.created());
            }
        }
    }

    long id() {
        return id;
    }

    Catalog catalog() {
        return catalog;
    }

    /** Books the operation, each time it is asked to: the service knows no idempotency. */
    synchronized Document book(Operation operation) {
        List<String> numbers = operation.lines().stream().map(Line::specialNumber).filter(n -> !n.isEmpty()).toList();
        if (numbers.stream().anyMatch(specialNumbers::contains) || new HashSet<>(numbers).size() < numbers.size()) {
            throw Refusal.business("Gift card with such number already exists");
        }
        specialNumbers.addAll(numbers);
        // Databases of this kind keep whole seconds: a search from a moment within the second misses the row.
        Document document = book(operation, clock.instant().truncatedTo(ChronoUnit.SECONDS));
        commits.add(document);
        return document;
    }

    private Document book(Operation operation, Instant committed) {
        long documentId = id * 100_000 + documents.size() + 1;
        List<Movement> lines = new ArrayList<>();
        for (Line line : operation.lines()) {
            Movement movement = new Movement(id * 400_000 + movements.size() + 1, documentId,
                    operation.type(), operation.storageId(), operation.created(), committed, line);
            lines.add(movement);
            movements.add(movement);
            levels.computeIfAbsent(line.goodId(), good -> new TreeMap<>())
                    .merge(operation.storageId(), movement.amount(), BigDecimal::add);
            if (line.paidTo() != 0) {
                pay(movement);
            }
        }
        Document document = new Document(documentId, id, operation.type(), operation.storageId(),
                operation.comment(), operation.created(), committed, List.copyOf(lines));
        documents.put(documentId, document);
        return document;
    }

    private void pay(Movement movement) {
        Line line = movement.line();
        BigDecimal amount = movement.type() == Type.SALE ? line.price().cost() : line.price().cost().negate();
        payments.add(new Payment(id * 200_000 + payments.size() + 1, movement.documentId(), line.paidTo(),
                amount, movement.created(), line.parties().clientId(), line.parties().supplierId()));
    }

    /** One page of the transactions that match, newest first; empty beyond the last. */
    synchronized List<Movement> search(Search search) {
        return movements.stream().filter(search::matches).skip(search.offset()).limit(search.count()).toList();
    }

    synchronized Optional<Document> document(long documentId) {
        return Optional.ofNullable(documents.get(documentId));
    }

    /** All money movements, or those of one document. */
    synchronized List<Payment> payments(Long documentId) {
        return payments.stream()
                .filter(payment -> documentId == null || Objects.equals(payment.documentId(), documentId)).toList();
    }

    /** What is left of a good, by storage. */
    synchronized Map<Long, BigDecimal> levels(long goodId) {
        return new TreeMap<>(levels.getOrDefault(goodId, Map.of()));
    }

    /** The documents booked since the seed, in the order of their booking. */
    public synchronized List<Document> commits() {
        return List.copyOf(commits);
    }

    /** Every transaction, newest first. */
    public synchronized List<Movement> movements() {
        return List.copyOf(movements);
    }

    /** What is left of a good in a storage. */
    public BigDecimal stock(long goodId, long storageId) {
        return levels(goodId).getOrDefault(storageId, BigDecimal.ZERO);
    }
}
