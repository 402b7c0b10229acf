package io.stockroom.stock;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.stockroom.MovableClock;
import io.stockroom.altegio.AltegioConfigs;
import io.stockroom.altegio.LocationAllowList;
import io.stockroom.invocation.CallContext;
import io.stockroom.telemetry.RecordedSummaries;
import io.stockroom.webhooks.InMemoryQueue;
import io.stockroom.webhooks.InMemoryQueue.Message;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** A location, the queue of its goods, the bus, and any number of instances that share them, in simulated time. */
final class StockWorld {

    static final long LOCATION = 4564;

    final MovableClock clock = new MovableClock();
    final SimulatedStock stock = new SimulatedStock(clock);
    final OrderedBus bus = new OrderedBus();
    final InMemoryQueue queue = new InMemoryQueue(Duration.ofSeconds(360), 100, clock);
    final RecordedSummaries summaries = new RecordedSummaries();
    final StockConfig config;
    private final StockRecords records;
    private final LocationAllowList allowList = AltegioConfigs.allowList(Map.of("altegio.locations", String.valueOf(LOCATION)));

    StockWorld() {
        this(Map.of(), null);
    }

    /** @param shared null for records in memory */
    StockWorld(Map<String, String> settings, StockRecords shared) {
        Map<String, String> values = new HashMap<>(Map.of("stockroom.stock.bus", "memory"));
        values.putAll(settings);
        config = StockConfigs.of(values);
        records = shared == null ? new InMemoryStockRecords(config.remember(), clock) : shared;
    }

    static GoodKey good(long id) {
        return new GoodKey(LOCATION, id);
    }

    /** What one process has. */
    final class Instance {

        final StockChanges changes;
        private final StockProcessor processor;

        private Instance() {
            ObjectMapper mapper = JsonMapper.builder().build();
            StockLooks looks = new StockLooks(records, config, clock);
            StockAnnouncer announcer = new StockAnnouncer(stock, looks, bus, allowList, config, mapper);
            changes = new StockChanges(stock, records, announcer, config, clock);
            processor = new StockProcessor(announcer, changes, delaying(), allowList, config, summaries, clock);
        }

        /** Processes one batch of visible messages; returns false if there are none. */
        boolean deliver() {
            List<Message> batch = queue.receive(500);
            if (!batch.isEmpty()) {
                Set<String> failed = processor.process(batch.stream().map(message -> new StockMessage(message.id(),
                        message.receiptHandle(), message.receiveCount(), message.body(), message.sent())).toList(), context());
                queue.delete(batch.stream().filter(message -> !failed.contains(message.id())).map(Message::receiptHandle).toList());
            }
            return !batch.isEmpty();
        }

        /** Searches for changed goods, and queues them. */
        int search() {
            StockChanges.Found found = changes.search(LOCATION, context());
            if (!found.goods().isEmpty()) {
                send(found.goods(), StockChanges.CAUSE);
            }
            changes.done(found);
            return found.goods().size();
        }
    }

    Instance instance() {
        return new Instance();
    }

    CallContext context() {
        return CallContext.in(Duration.ofSeconds(57), clock);
    }

    /** Queues goods, as an event of Altegio's that names them does. */
    void send(Set<Long> goods, String cause) {
        delaying().send(new QueuedGoods(LOCATION, goods, cause).messages());
    }

    /** Delivers batches, and lets time pass, until the queue is empty. */
    void drain(Supplier<Instance> instances) {
        for (int i = 0; i < 10_000 && !queue.messages().isEmpty(); i++) {
            if (!instances.get().deliver()) {
                clock.move(Duration.ofSeconds(1));
            }
        }
    }

    private StockQueue delaying() {
        return new StockQueue() {
            @Override
            public void send(List<String> messages) {
                messages.forEach(message -> queue.send(message, config.window()));
            }

            @Override
            public void delay(List<String> receiptHandles, Duration delay) {
                receiptHandles.forEach(handle -> queue.delay(handle, delay));
            }
        };
    }
}
