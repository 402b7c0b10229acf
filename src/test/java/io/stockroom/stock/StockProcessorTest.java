package io.stockroom.stock;

import static io.stockroom.stock.StockWorld.good;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is announced of goods that messages name. */
class StockProcessorTest {

    /** Stands for the end of an instance. */
    private static final class KilledError extends Error {
        private static final long serialVersionUID = 1L;
    }

    private StockWorld world = new StockWorld();
    private StockWorld.Instance instance = world.instance();

    @Test
    void aBurstAboutOneGoodIsOneLookAndOneEvent() {
        world.stock.set(good(1), "7.50");
        for (int i = 0; i < 20; i++) {
            world.send(Set.of(1L), "goods_operations_sale");
        }
        drain();

        assertEquals(1, world.stock.calls());
        StockEvent event = world.bus.events().get(0);
        assertEquals(List.of("7.5"), event.stock().levels().stream().map(level -> level.amount().toPlainString()).toList());
        assertEquals("goods_operations_sale", event.cause());
        assertEquals("2026-11-23T10:00:05.000Z", event.asOf());
        assertEquals(1, world.bus.events().size());
        assertEquals(Map.of("StockLooks", 1, "StockAnnounced", 1, "StockLeftOut", 0, "StockFailures", 0),
                world.summaries.summaries().get(0).metrics());
    }

    @Test
    void aRepeatedEventCostsNoCallIfALookHasBegunSince() {
        world.stock.set(good(1), "7");
        world.send(Set.of(1L), "good");
        world.clock.move(Duration.ofSeconds(3));
        world.send(Set.of(1L), "good");
        world.clock.move(Duration.ofSeconds(2));
        instance.deliver();
        world.clock.move(Duration.ofSeconds(5));
        instance.deliver();

        assertEquals(1, world.stock.calls());
        assertEquals(List.of(), world.queue.messages());
    }

    @Test
    void anUnchangedLevelIsLeftOutUnlessItIsConfiguredOtherwise() {
        announce("7", "7", "8", "8.0");
        assertEquals(2, world.bus.events().size());

        world = new StockWorld(Map.of("stockroom.stock.leave-out-unchanged", "false"), null);
        instance = world.instance();
        announce("7", "7", "8", "8.0");
        assertEquals(4, world.bus.events().size());
    }

    @Test
    void aLevelIsAnnouncedAgainWhenItIsNoLongerRemembered() {
        announce("7");
        world.clock.move(Duration.ofDays(31));
        announce("7");

        assertEquals(2, world.bus.events().size());
    }

    @Test
    void aGoodThatIsGoneIsAnnouncedAsGoneOnceWithItsCodes() {
        announce("7");
        world.stock.remove(good(1));
        world.send(Set.of(1L), "good");
        drain();
        world.send(Set.of(1L), "good");
        drain();

        assertEquals(2, world.bus.events().size());
        assertEquals(new GoodStock("SR-1", null, List.of(), true), world.bus.last(good(1)));
    }

    @Test
    void anEventThatTheBusRejectsIsPutAgain() {
        List<Integer> sizes = new ArrayList<>();
        world.bus.taking(events -> {
            sizes.add(events.size());
            return sizes.size() == 1 ? events.subList(0, 1) : events;
        });
        world.stock.set(good(1), "1");
        world.stock.set(good(2), "2");
        world.send(Set.of(1L), "good");
        world.send(Set.of(2L), "good");
        drain();

        assertEquals(List.of(2, 1), sizes);
        assertEquals(2, world.bus.events().size());
        assertEquals(List.of(), world.queue.messages());
    }

    /** The consumers know 8, and must learn that it is 7 again, although 7 is what was announced for certain. */
    @Test
    void anUncertainEventIsFollowedByAnEventEvenIfTheLevelIsThatOfBefore() {
        announce("7");
        world.bus.loseResponses(true);
        world.stock.set(good(1), "8");
        world.send(Set.of(1L), "good");
        world.clock.move(Duration.ofSeconds(5));
        instance.deliver();
        world.bus.loseResponses(false);
        world.stock.set(good(1), "7");
        drain();

        assertEquals(List.of("7", "8", "7"), amounts());
    }

    @Test
    void nothingIsLostInAnOutageOfAltegioOrOfTheBus() {
        world.stock.down(true);
        world.stock.set(good(1), "1");
        world.send(Set.of(1L), "good");
        for (int i = 0; i < 100; i++) {
            instance.deliver();
            world.clock.move(Duration.ofSeconds(30));
        }
        world.stock.down(false);
        world.bus.taking(events -> List.of());
        for (int i = 0; i < 100; i++) {
            instance.deliver();
            world.clock.move(Duration.ofSeconds(30));
        }
        assertEquals(List.of(), world.bus.events());
        world.bus.taking(events -> events);
        drain();

        assertEquals(List.of("1"), amounts());
        assertEquals(List.of(), world.queue.deadLetters());
    }

    /** The lease of an instance that was killed ends, and its messages are delivered to another one. */
    @Test
    void anInstanceThatIsKilledBeforeOrAfterItsEventLosesNothing() {
        for (boolean isBefore : List.of(true, false)) {
            world = new StockWorld();
            world.stock.set(good(1), "1");
            world.send(Set.of(1L), "good");
            world.clock.move(Duration.ofSeconds(5));
            Runnable kill = () -> {
                throw new KilledError();
            };
            if (isBefore) {
                world.bus.beforeCall(kill);
            } else {
                world.bus.afterCall(kill);
            }
            assertThrows(KilledError.class, world.instance()::deliver);
            world.bus.beforeCall(() -> {
            });
            world.bus.afterCall(() -> {
            });
            world.stock.set(good(1), "2");
            world.drain(world::instance);

            assertEquals(world.stock.current(good(1)), world.bus.last(good(1)));
            assertEquals(List.of(), world.queue.messages());
        }
    }

    /** The first instance has read the stock, and is slow; the second one must not announce before it, nor read the same again. */
    @Test
    void aSecondInstanceWaitsForTheLookOfTheFirst() {
        world.stock.set(good(1), "1");
        world.send(Set.of(1L), "good");
        world.clock.move(Duration.ofSeconds(5));
        world.stock.afterRead(() -> {
            world.stock.afterRead(() -> {
            });
            world.stock.set(good(1), "2");
            world.send(Set.of(1L), "good");
            world.clock.move(Duration.ofSeconds(10));
            world.instance().deliver();
            assertEquals(List.of(), world.bus.events());
        });
        instance.deliver();
        drain();

        assertEquals(List.of("1", "2"), amounts());
    }

    @Test
    void aMessageThatCannotBeReadIsDeadLetteredByTheQueue() {
        world.queue.send("{\"location_id\": 4564}");
        world.queue.send("{\"location_id\": 1, \"good_ids\": [1], \"cause\": \"good\"}");
        for (int i = 0; i <= 100; i++) {
            instance.deliver();
            world.clock.move(world.config.maxDelay());
        }

        assertEquals(2, world.queue.deadLetters().size());
        assertEquals(0, world.stock.calls());
    }

    private void announce(String... amounts) {
        for (String amount : amounts) {
            world.stock.set(good(1), amount);
            world.send(Set.of(1L), "good");
            drain();
        }
    }

    private void drain() {
        world.drain(() -> instance);
    }

    private List<String> amounts() {
        return world.bus.events().stream().map(event -> event.stock().levels().get(0).amount().toPlainString()).toList();
    }
}
