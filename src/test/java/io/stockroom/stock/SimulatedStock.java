package io.stockroom.stock;

import io.stockroom.MovableClock;
import io.stockroom.altegio.AltegioException;
import io.stockroom.invocation.CallContext;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The stock of one storage in simulated time, with Altegio's limit of requests: a caller waits for its turn, or fails if that takes too long. */
final class SimulatedStock implements StockSource {

    static final long STORAGE = 101;

    /** A change of a good's stock. */
    record Change(GoodKey good, Instant time) {
    }

    private final MovableClock clock;
    private final Deque<Instant> requests = new ArrayDeque<>();
    private final Map<GoodKey, BigDecimal> amounts = new HashMap<>();
    private final List<Change> changes = new ArrayList<>();
    private final Map<GoodKey, List<Instant>> looks = new HashMap<>();
    private int perSecond;
    private int perMinute;
    private int calls;
    private boolean isDown;
    private Runnable afterRead = () -> {
    };

    SimulatedStock(MovableClock clock) {
        this.clock = clock;
    }

    /** Sets the limit of requests. */
    void limit(int inSecond, int inMinute) {
        perSecond = inSecond;
        perMinute = inMinute;
    }

    void down(boolean down) {
        isDown = down;
    }

    /** Runs this between the moment that the stock is of and the response. */
    void afterRead(Runnable action) {
        afterRead = action;
    }

    void set(GoodKey good, String amount) {
        amounts.put(good, new BigDecimal(amount));
        changes.add(new Change(good, clock.instant()));
    }

    void remove(GoodKey good) {
        amounts.remove(good);
    }

    /** Returns the stock that is to be announced. */
    GoodStock current(GoodKey good) {
        return new GoodStock("SR-" + good.id(), null, List.of(new StorageLevel(STORAGE, amounts.get(good))), null);
    }

    int calls() {
        return calls;
    }

    /** Returns when each good was looked at. */
    Map<GoodKey, List<Instant>> looks() {
        return looks;
    }

    @Override
    public Optional<GoodStock> stock(GoodKey good, CallContext context) {
        request(context);
        looks.computeIfAbsent(good, any -> new ArrayList<>()).add(clock.instant());
        Optional<GoodStock> stock = amounts.containsKey(good) ? Optional.of(current(good)) : Optional.empty();
        afterRead.run();
        return stock;
    }

    @Override
    public Map<Long, GoodStock> changedSince(long location, Instant time, CallContext context) {
        request(context);
        Map<Long, GoodStock> changed = new TreeMap<>();
        changes.stream().filter(change -> !change.time().isBefore(time) && amounts.containsKey(change.good()))
                .forEach(change -> changed.put(change.good().id(), current(change.good())));
        return changed;
    }

    @Override
    public Map<Long, Instant> movedSince(long location, Instant time, CallContext context) {
        request(context);
        Map<Long, Instant> moved = new TreeMap<>();
        changes.stream().filter(change -> !change.time().isBefore(time)).forEach(change -> moved.put(change.good().id(), change.time()));
        return moved;
    }

    private void request(CallContext context) {
        if (isDown) {
            throw new AltegioException.TimedOutException();
        }
        calls++;
        while (perSecond > 0 && isLimited()) {
            if (context.remaining().isZero()) {
                throw new AltegioException.TimedOutException();
            }
            clock.move(Duration.ofMillis(10));
        }
        requests.add(clock.instant());
    }

    private boolean isLimited() {
        Instant now = clock.instant();
        while (!requests.isEmpty() && requests.peek().isBefore(now.minusSeconds(60))) {
            requests.remove();
        }
        return requests.size() >= perMinute
                || requests.stream().filter(request -> request.isAfter(now.minusSeconds(1))).count() >= perSecond;
    }
}
