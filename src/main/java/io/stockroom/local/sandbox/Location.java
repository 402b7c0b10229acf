package io.stockroom.local.sandbox;

import io.stockroom.local.sandbox.Catalog.Good;
import io.stockroom.local.sandbox.SandboxOperation.Line;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
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
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** The state of one location: documents, their transactions, stock levels and payments. Thread-safe. */
public final class Location {

    private static final Comparator<Movement> NEWEST_FIRST = Comparator
            .comparing(Movement::created).thenComparing(Movement::id).reversed();

    private static final long FIRST_ADDED_GOOD = 100_000;
    /** When the goods without transactions were created. */
    private static final Instant CREATED = Instant.parse("2026-01-05T08:00:00Z");

    private final long id;
    private final Catalog catalog;
    private final Clock clock;
    private final List<SandboxOperation> seed;

    private final NavigableSet<Movement> movements = new TreeSet<>(NEWEST_FIRST);
    private final Map<Long, Movement> movementsById = new HashMap<>();
    /** Unlike the number of transactions, it never decreases, so that no id is used twice. */
    private long movementsBooked;
    private final Map<Long, SandboxDocument> documents = new LinkedHashMap<>();
    private final List<SandboxDocument> commits = new ArrayList<>();
    private final List<Payment> payments = new ArrayList<>();
    private final Map<Long, Map<Long, BigDecimal>> levels = new TreeMap<>();
    private final Set<String> specialNumbers = new HashSet<>();
    private final Map<Long, String> articles = new HashMap<>();
    private final Map<Long, Instant> changes = new HashMap<>();
    private final Map<Long, Good> removedGoods = new HashMap<>();
    private Consumer<SandboxChange> observer = change -> {
    };

    Location(long id, Catalog catalog, List<SandboxOperation> seed, Clock clock) {
        this.id = id;
        this.catalog = catalog;
        this.clock = clock;
        this.seed = seed;
        seed.forEach(operation -> book(operation, operation.created()));
    }

    /**
     * Adds at least the given number of older transactions, by repeating the seed, each time 52 weeks earlier. The number can
     * be exceeded by a few, because operations are added as a whole. The rows are the same at every start.
     */
    public synchronized void addHistory(int transactions) {
        int target = movements.size() + transactions;
        for (int round = 1; !seed.isEmpty() && movements.size() < target; round++) {
            for (int i = seed.size() - 1; i >= 0 && movements.size() < target; i--) {
                SandboxOperation operation = seed.get(i).earlier(Duration.ofDays(364L * round));
                book(operation, operation.created());
            }
        }
    }

    /** Returns whether history can be added, which repeats the seed. */
    boolean isSeeded() {
        return !seed.isEmpty();
    }

    long id() {
        return id;
    }

    Catalog catalog() {
        return catalog;
    }

    /** Books the operation. Repeating a call books it again, because the service has no idempotency. */
    synchronized SandboxDocument book(SandboxOperation operation) {
        List<String> numbers = operation.lines().stream().map(Line::specialNumber).filter(n -> !n.isEmpty()).toList();
        if (numbers.stream().anyMatch(specialNumbers::contains) || new HashSet<>(numbers).size() < numbers.size()) {
            throw ApiErrorException.business("Gift card with such number already exists");
        }
        specialNumbers.addAll(numbers);
        // A search starting within that second misses the row.
        SandboxDocument document = book(operation, now());
        commits.add(document);
        document.lines().forEach(movement -> observer.accept(SandboxChange.of(this, movement, "create")));
        return document;
    }

    /** Passes each change from now on to the observer. */
    Location observedBy(Consumer<SandboxChange> changed) {
        observer = changed;
        return this;
    }

    private SandboxDocument book(SandboxOperation operation, Instant committed) {
        long documentId = id * 100_000 + documents.size() + 1;
        List<Movement> lines = new ArrayList<>();
        for (Line line : operation.lines()) {
            Movement movement = new Movement(id * 400_000 + ++movementsBooked, documentId,
                    operation.type(), operation.storageId(), operation.created(), committed, line);
            lines.add(movement);
            add(movement);
            changes.merge(line.goodId(), committed, (one, other) -> one.isAfter(other) ? one : other);
            if (line.paidTo() != 0) {
                pay(movement);
            }
        }
        SandboxDocument document = new SandboxDocument(documentId, id, operation.type(), operation.storageId(),
                operation.comment(), operation.created(), committed, List.copyOf(lines));
        documents.put(documentId, document);
        return document;
    }

    private void add(Movement movement) {
        movements.add(movement);
        movementsById.put(movement.id(), movement);
        addToStock(movement, movement.amount());
    }

    private void remove(Movement movement) {
        movements.remove(movement);
        movementsById.remove(movement.id());
        addToStock(movement, movement.amount().negate());
    }

    private void addToStock(Movement movement, BigDecimal amount) {
        levels.computeIfAbsent(movement.goodId(), good -> new TreeMap<>()).merge(movement.storageId(), amount, BigDecimal::add);
    }

    /**
     * Changes a transaction, as a person does in Altegio: in searches, in its document and in the stock, but not in payments. Returns the
     * changed one; empty if there is none of this id.
     */
    public synchronized Optional<Movement> change(long transactionId, UnaryOperator<Movement> change) {
        Optional<Movement> changed = transaction(transactionId).map(change);
        changed.ifPresent(movement -> {
            remove(movementsById.get(transactionId));
            add(movement);
            replaceInDocument(movement.documentId(), line -> line.id() == transactionId ? movement : line);
            changes.put(movement.goodId(), now());
            observer.accept(SandboxChange.of(this, movement, "update"));
        });
        return changed;
    }

    /** Deletes a transaction likewise: nothing but the missing row shows that it existed. Returns whether there was one of this id. */
    public synchronized boolean delete(long transactionId) {
        Optional<Movement> deleted = transaction(transactionId);
        deleted.ifPresent(movement -> {
            remove(movement);
            replaceInDocument(movement.documentId(), line -> line.id() == transactionId ? null : line);
            changes.put(movement.goodId(), now());
            observer.accept(SandboxChange.of(this, movement, "delete"));
        });
        return deleted.isPresent();
    }

    /** Adds a transaction that was deleted again, as a restored backup does: to searches and to the stock, but not to its document. */
    public synchronized void restore(Movement deleted) {
        add(deleted);
    }

    private void replaceInDocument(long documentId, UnaryOperator<Movement> change) {
        documents.computeIfPresent(documentId, (number, document) -> document.with(
                document.lines().stream().map(change).filter(Objects::nonNull).toList()));
    }

    /** Returns the transaction of this id as it is now. */
    public synchronized Optional<Movement> transaction(long transactionId) {
        return Optional.ofNullable(movementsById.get(transactionId));
    }

    /** Returns the time of a change. It has whole seconds, as in databases of this kind. */
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private void pay(Movement movement) {
        Line line = movement.line();
        BigDecimal amount = movement.type() == SandboxOperationType.SALE ? line.price().cost() : line.price().cost().negate();
        payments.add(new Payment(id * 200_000 + payments.size() + 1, movement.documentId(), line.paidTo(),
                amount, movement.created(), line.parties().clientId(), line.parties().supplierId()));
    }

    /** Returns one page of matching transactions, newest first unless a quirk reverses the order; empty after the last page. */
    synchronized List<Movement> search(SandboxSearch search) {
        Instant now = clock.instant();
        return (search.oldestFirst() ? movements.descendingSet() : movements).stream().filter(search::matches)
                .filter(movement -> search.shows(movement, now)).skip(search.offset()).limit(search.count()).toList();
    }

    synchronized Optional<SandboxDocument> document(long documentId) {
        return Optional.ofNullable(documents.get(documentId));
    }

    /** Gives a good another article, as a person does who corrects the catalog. */
    synchronized void rename(long goodId, String article) {
        articles.put(goodId, article);
        changes.put(goodId, now());
        observer.accept(new SandboxChange(id, "good", goodId, "update", new SandboxGoods(this).object(catalog.goods().get(goodId))));
    }

    /** Removes a good from the catalog, as a person does. */
    synchronized void removeGood(long goodId) {
        Good good = catalog.goods().remove(goodId);
        if (good == null) {
            throw ApiErrorException.notFound();
        }
        removedGoods.put(goodId, good);
        observer.accept(new SandboxChange(id, "good", goodId, "delete", null));
    }

    /** Returns a good, also if it was removed from the catalog: its transactions remain. */
    synchronized Good good(long goodId) {
        return catalog.goods().getOrDefault(goodId, removedGoods.get(goodId));
    }

    /** Adds goods with stock in two storages, some of it fractional, some negative, to a salon's catalog; the same ones at every start. */
    public synchronized void addGoods(int count) {
        for (long number = levels.size(); count-- > 0; number++) {
            long good = FIRST_ADDED_GOOD + number;
            catalog.goods().put(good, new Good(good, 103, 1, BigDecimal.valueOf(1000 + good % 9000, 2), "Added good " + number));
            levels.put(good, new TreeMap<>(Map.of(101L, BigDecimal.valueOf(good % 40 - 5), 103L, BigDecimal.valueOf(good % 1000, 2))));
        }
    }

    /** Returns one page of matching goods in the order of their IDs; empty after the last page. */
    synchronized List<Good> goods(GoodsSearch search) {
        return catalog.goods().values().stream()
                .filter(good -> search.matches(good, article(good.id()), SandboxGoods.barcode(good.id()), changed(good.id())))
                .skip(search.offset()).limit(search.count()).toList();
    }

    /** Returns when the good or its stock was changed. */
    synchronized Instant changed(long goodId) {
        return changes.getOrDefault(goodId, CREATED);
    }

    synchronized String article(long goodId) {
        return articles.getOrDefault(goodId, SandboxGoods.article(goodId));
    }

    /** Returns all payments, or those of one document if the ID is not null. */
    synchronized List<Payment> payments(Long documentId) {
        return payments.stream()
                .filter(payment -> documentId == null || Objects.equals(payment.documentId(), documentId)).toList();
    }

    /** Returns the stock levels of a good by storage ID. */
    synchronized Map<Long, BigDecimal> levels(long goodId) {
        return new TreeMap<>(levels.getOrDefault(goodId, Map.of()));
    }

    /** Returns the documents booked after seeding, in booking order. */
    public synchronized List<SandboxDocument> commits() {
        return List.copyOf(commits);
    }

    /** Returns all transactions, newest first. */
    public synchronized List<Movement> movements() {
        return List.copyOf(movements);
    }

    /** Returns the stock level of a good in a storage. */
    public BigDecimal stock(long goodId, long storageId) {
        return levels(goodId).getOrDefault(storageId, BigDecimal.ZERO);
    }
}
