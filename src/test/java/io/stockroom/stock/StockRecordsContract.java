package io.stockroom.stock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stockroom.MovableClock;
import io.stockroom.stock.StockLooks.Look;
import io.stockroom.stock.StockLooks.Permission;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The behavior of all records, and of the looks at goods that they keep in order. */
abstract class StockRecordsContract {

    private static final AtomicLong GOODS = new AtomicLong(1);
    private static final StockConfig NO_WINDOW = StockConfigs.of(Map.of("stockroom.stock.window", "PT0S"));
    static final Duration TTL = Duration.ofDays(30);

    final MovableClock clock = new MovableClock();
    private final GoodKey good = new GoodKey(4564, GOODS.getAndIncrement());

    abstract StockRecords records(Clock time);

    @Test
    void aRecordIsReplacedOnlyByThoseWhoHaveSeenIt() {
        StockRecords records = records(clock);
        assertEquals(StockRecord.NONE, records.read(good));
        StockRecord first = StockRecord.NONE.leased(clock.instant(), clock.instant().plusSeconds(60));
        assertTrue(records.replace(good, StockRecord.NONE, first));
        assertFalse(records.replace(good, StockRecord.NONE, first));
        assertEquals(first, records.read(good));
        StockRecord ended = first.ended("{\"article\":\"ЛАК\"}");
        assertTrue(records.replace(good, first, ended));
        assertFalse(records.replace(good, first, ended));
        assertEquals(ended, records.read(good));
    }

    @Test
    void anExpiredRecordIsNone() {
        StockRecords records = records(clock);
        records.replace(good, StockRecord.NONE, StockRecord.NONE.leased(clock.instant(), clock.instant()));
        clock.move(TTL);
        assertEquals(StockRecord.NONE, records.read(good));
        assertTrue(records.replace(good, StockRecord.NONE, StockRecord.NONE.leased(clock.instant(), clock.instant())));
    }

    @Test
    void aLookIsGrantedCoveredOrBusy() {
        StockLooks looks = new StockLooks(records(clock), NO_WINDOW, clock);
        Instant happened = clock.instant().minusSeconds(5);
        Look first = looks.begin(good, happened, clock.instant().plusSeconds(60));
        assertEquals(Permission.GRANTED, first.permission());
        assertEquals(Permission.BUSY, looks.begin(good, happened, clock.instant().plusSeconds(60)).permission());
        looks.end(first, "stock");
        assertEquals(Permission.COVERED, looks.begin(good, happened, clock.instant().plusSeconds(60)).permission());
        Look second = looks.begin(good, clock.instant(), clock.instant().plusSeconds(60));
        assertEquals("stock", second.before().announced());
        looks.endUncertain(second);
        Look third = looks.begin(good, clock.instant(), clock.instant().plusSeconds(60));
        assertEquals("", third.before().announced());
        looks.abandon(third);
    }

    @Test
    void theLeaseOfAKilledInstanceEnds() {
        StockLooks looks = new StockLooks(records(clock), NO_WINDOW, clock);
        Look killed = looks.begin(good, clock.instant(), clock.instant().plusSeconds(60));
        clock.move(Duration.ofSeconds(61));
        Look next = looks.begin(good, clock.instant(), clock.instant().plusSeconds(60));
        assertEquals(Permission.GRANTED, next.permission());
        looks.end(killed, "old");
        looks.end(next, "new");
        assertEquals("new", records(clock).read(good).announced());
    }

    @Test
    void asOfGrowsEvenIfTheClockOfAnInstanceIsBehind() {
        MovableClock behind = new MovableClock();
        clock.move(Duration.ofSeconds(2));
        Look first = new StockLooks(records(clock), NO_WINDOW, clock).begin(good, clock.instant(), clock.instant().plusSeconds(1));
        new StockLooks(records(clock), NO_WINDOW, clock).abandon(first);
        Look second = new StockLooks(records(behind), NO_WINDOW, behind).begin(good, clock.instant(), behind.instant().plusSeconds(60));
        assertTrue(second.asOf().isAfter(first.asOf()), second.asOf() + " after " + first.asOf());
    }

    /** Eight instances announce at once; each look reads a number that only grows, so that what is announced must only grow too. */
    @Test
    void concurrentInstancesAnnounceInTheOrderOfTheirLooks() throws InterruptedException {
        AtomicLong level = new AtomicLong();
        List<Long> announced = Collections.synchronizedList(new ArrayList<>());
        List<Instant> times = Collections.synchronizedList(new ArrayList<>());
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<CompletableFuture<Void>> instances = IntStream.range(0, 8).mapToObj(number -> CompletableFuture.runAsync(() -> {
                StockLooks looks = new StockLooks(records(Clock.systemUTC()), NO_WINDOW, Clock.systemUTC());
                for (int granted = 0; granted < 5;) {
                    Instant now = Clock.systemUTC().instant();
                    Look look = looks.begin(good, now.plusSeconds(60), now.plusSeconds(30));
                    if (look.permission() == Permission.GRANTED) {
                        long read = level.incrementAndGet();
                        Thread.yield();
                        announced.add(read);
                        times.add(look.asOf());
                        looks.end(look, String.valueOf(read));
                        granted++;
                    }
                }
            }, threads)).toList();
            instances.forEach(CompletableFuture::join);
        } finally {
            threads.shutdownNow();
            threads.awaitTermination(10, TimeUnit.SECONDS);
        }

        assertEquals(40, announced.size());
        assertEquals(announced.stream().sorted().toList(), announced);
        assertEquals(times.stream().sorted().distinct().toList(), times);
    }
}
