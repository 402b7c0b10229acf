package io.stockroom.local.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stockroom.local.sandbox.SandboxOperation.Line;
import io.stockroom.local.sandbox.SandboxOperation.Parties;
import io.stockroom.local.sandbox.SandboxOperation.Price;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LocationTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00.750Z");

    private final Sandbox sandbox = new Sandbox(Clock.fixed(NOW, ZoneOffset.UTC), SandboxRate.UNLIMITED);
    private final Location location = sandbox.location(4564);

    @Test
    void seedIsDeterministic() {
        Sandbox other = new Sandbox(Clock.systemUTC(), SandboxRate.DOCUMENTED);
        assertEquals(location.movements(), other.location(4564).movements());
        assertEquals(List.of(), location.commits());
    }

    @Test
    void seedSpansTheYearNewestFirst() {
        List<Movement> movements = location.movements();
        assertTrue(movements.get(0).created().toString().startsWith("2026-11-20"));
        assertTrue(movements.get(movements.size() - 1).created().toString().startsWith("2026-01-05"));
    }

    @Test
    void stockLevelIsTheSumOfItsMovements() {
        for (Catalog.Good good : location.catalog().goods().values()) {
            BigDecimal sum = location.movements().stream().filter(movement -> movement.goodId() == good.id())
                    .map(Movement::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
            assertEquals(0, sum.compareTo(location.stock(good.id(), good.storageId())));
            assertTrue(sum.signum() > 0, good.title());
        }
    }

    @Test
    void documentHasTheRequestedDateAndIsCommittedNowInWholeSeconds() {
        SandboxDocument document = location.book(sale("back-dated"));
        assertEquals(Instant.EPOCH, document.created());
        assertEquals(Instant.parse("2026-11-23T10:00:00Z"), document.committed());
        assertEquals(document.lines().get(0), location.movements().get(location.movements().size() - 1));
    }

    @Test
    void idsAreConsecutiveAndUniqueUnderConcurrentBookings() {
        long last = location.movements().get(0).id();
        BigDecimal before = location.stock(3001, 101);
        Set<Long> ids = IntStream.range(0, 200).parallel().mapToObj(i -> location.book(sale("rush")))
                .map(document -> document.lines().get(0).id()).collect(Collectors.toSet());
        assertEquals(200, ids.size());
        assertTrue(ids.stream().allMatch(id -> id > last && id <= last + 200));
        assertEquals(0, before.subtract(BigDecimal.valueOf(200)).compareTo(location.stock(3001, 101)));
    }

    private static SandboxOperation sale(String comment) {
        Price price = new Price(BigDecimal.TEN, BigDecimal.ZERO, BigDecimal.TEN);
        Line line = new Line(3001, BigDecimal.ONE, price, 1, new Parties(201, 0, 0, 0, 0), "", "", 0);
        return new SandboxOperation(SandboxOperationType.SALE, Instant.EPOCH, 101, comment, List.of(line));
    }
}
