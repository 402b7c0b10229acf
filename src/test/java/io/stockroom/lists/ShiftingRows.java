package io.stockroom.lists;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Rows that are booked, deleted and moved between and during the requests for pages. */
final class ShiftingRows implements PrefetchingPages.Source {

    final Set<Long> disturbed = new HashSet<>();
    final AtomicInteger calls = new AtomicInteger();
    private final List<Long> ids = new ArrayList<>();
    private final Random random;
    private double bookingProbability;
    private long next;

    ShiftingRows(int rows, Random random) {
        this.random = random;
        while (next < rows) {
            ids.add(++next);
        }
    }

    /** Sets the probability that a row is booked while a page is fetched. */
    ShiftingRows bookedWhileRead(double bookingProbability) {
        this.bookingProbability = bookingProbability;
        return this;
    }

    @Override
    public List<EncodedRow> rows(int page, int count) {
        calls.incrementAndGet();
        pause();
        List<Long> found;
        synchronized (this) {
            if (random.nextDouble() < bookingProbability) {
                book();
            }
            int from = (int) Math.min(ids.size(), (page - 1L) * count);
            found = List.copyOf(ids.subList(from, Math.min(ids.size(), from + count)));
        }
        pause();
        return found.stream().map(id -> new EncodedRow(id, (id + "\n").getBytes(UTF_8), 100)).toList();
    }

    /** Adds a row anywhere, as the order of Altegio's rows is not documented. */
    synchronized void book() {
        int at = random.nextInt(3) == 0 ? 0 : random.nextInt(ids.size() + 1);
        ids.add(at, ++next);
        disturbed.add(next);
    }

    synchronized void delete() {
        disturbed.add(ids.remove(random.nextInt(ids.size())));
    }

    synchronized void move() {
        Long id = ids.remove(random.nextInt(ids.size()));
        ids.add(random.nextInt(ids.size() + 1), id);
        disturbed.add(id);
    }

    synchronized void delete(List<Long> deleted) {
        ids.removeAll(deleted);
    }

    /** Pauses at random, so that fetches overtake each other. */
    private void pause() {
        int micros;
        synchronized (this) {
            micros = random.nextInt(200);
        }
        LockSupport.parkNanos(micros * 1000L);
    }
}
