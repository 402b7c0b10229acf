package io.stockroom.stock;

import static io.stockroom.stock.StockWorld.good;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stockroom.Slow;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * A storm in simulated time: 5,000 events about 200 goods within a minute, shuffled, repeated and some of them lost, with Altegio's limit
 * of requests, and two instances that are called in turn.
 */
@Slow
class StockStormTest {

    private static final int EVENTS = 5_000;
    private static final int GOODS = 200;
    private static final Duration STORM = Duration.ofMinutes(1);
    private static final int REPEATED_PERCENT = 20;
    private static final int LOST_PERCENT = 10;
    private static final int LOST_AT_THE_END = 20;
    /** How much later than the fact an event arrives. */
    private static final int MIN_DELAY_MILLIS = 5_000;
    private static final int MAX_DELAY_MILLIS = 20_000;

    private final Random random = new Random(7);
    private final StockWorld world = new StockWorld();
    private final List<StockWorld.Instance> instances = List.of(world.instance(), world.instance());
    private final List<Step> steps = new ArrayList<>();
    private int turn;

    /** Something that happens at a time. */
    private record Step(Instant time, Runnable action) {
    }

    @Test
    void theLastAnnouncedLevelOfEachGoodIsTheCurrentOne() {
        world.stock.limit(5, 200);
        Instant begin = world.clock.instant();
        plan(begin);
        for (Step step : steps) {
            while (world.clock.instant().isBefore(step.time())) {
                if (!next().deliver()) {
                    world.clock.move(Duration.ofMillis(100));
                }
            }
            step.action().run();
        }
        world.drain(this::next);
        Duration time = Duration.between(begin, world.clock.instant());
        assertEquals(0, outdated());
        LongStream.rangeClosed(1, LOST_AT_THE_END).forEach(good -> world.stock.set(good(good), "1000"));
        int looks = world.stock.calls();
        int announced = world.bus.events().size();
        int found = instances.get(0).search();
        world.drain(this::next);

        assertEquals(0, outdated());
        assertEquals(LOST_AT_THE_END, found);
        assertTrue(time.compareTo(Duration.ofMinutes(5)) < 0, time::toString);
        assertTrue(announced <= looks, () -> announced + " events after " + looks + " looks");
        assertTrue(looks <= 200 * (time.toMinutes() + 1), "more calls than Altegio allows: " + looks);
        world.stock.looks().forEach((good, times) -> {
            for (int i = 1; i < times.size(); i++) {
                assertTrue(Duration.between(times.get(i - 1), times.get(i)).compareTo(world.config.window()) >= 0,
                        good + " was looked at twice in a window: " + times);
            }
        });
    }

    private void plan(Instant begin) {
        for (int i = 0; i < EVENTS; i++) {
            long good = 1 + random.nextInt(GOODS);
            int amount = random.nextInt(100);
            Instant fact = begin.plusMillis((long) (random.nextDouble() * STORM.toMillis()));
            steps.add(new Step(fact, () -> world.stock.set(good(good), String.valueOf(amount))));
            int deliveries = random.nextInt(100) < LOST_PERCENT ? 0 : random.nextInt(100) < REPEATED_PERCENT ? 2 : 1;
            for (int delivery = 0; delivery < deliveries; delivery++) {
                Instant arrival = fact.plusMillis(MIN_DELAY_MILLIS + random.nextInt(MAX_DELAY_MILLIS - MIN_DELAY_MILLIS));
                steps.add(new Step(arrival, () -> world.send(Set.of(good), "goods_operations_sale")));
            }
        }
        steps.sort(Comparator.comparing(Step::time));
    }

    private StockWorld.Instance next() {
        return instances.get(turn++ % instances.size());
    }

    private int outdated() {
        return (int) LongStream.rangeClosed(1, GOODS).mapToObj(StockWorld::good)
                .filter(good -> !world.stock.current(good).equals(world.bus.last(good))).count();
    }
}
