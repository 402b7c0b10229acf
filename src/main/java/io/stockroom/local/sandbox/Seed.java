package io.stockroom.local.sandbox;

import io.stockroom.local.sandbox.Catalog.Good;
import io.stockroom.local.sandbox.SandboxOperation.Line;
import io.stockroom.local.sandbox.SandboxOperation.Parties;
import io.stockroom.local.sandbox.SandboxOperation.Price;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** Generates the seeded location's operations of 2026: the same ones at every start, oldest first. */
final class Seed {

    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 5);
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 11, 20);
    private static final List<Long> STORAGES = List.of(101L, 102L, 103L);

    /** Fourteen lines per round: any twenty consecutive transactions contain every type, and sales with a client. */
    private static final List<Step> ROUND = List.of(
            new Step(SandboxOperationType.SALE, 2), new Step(SandboxOperationType.USAGE, 1), new Step(SandboxOperationType.SALE, 1),
            new Step(SandboxOperationType.RECEIPT, 3), new Step(SandboxOperationType.SALE, 3), new Step(SandboxOperationType.WRITE_OFF, 1),
            new Step(SandboxOperationType.SALE, 1), new Step(SandboxOperationType.TRANSFER, 2));

    private record Step(SandboxOperationType type, int lines) {
    }

    private final Catalog catalog;
    private final Random random = new Random(4564);
    private final Map<Long, Integer> goodIndexes = new HashMap<>();
    private final List<SandboxOperation> operations = new ArrayList<>();

    private Seed(Catalog catalog) {
        this.catalog = catalog;
    }

    static List<SandboxOperation> operations(Catalog catalog) {
        Seed seed = new Seed(catalog);
        FIRST_DAY.datesUntil(LAST_DAY.plusDays(1)).forEach(seed::addDay);
        return seed.operations;
    }

    private void addDay(LocalDate day) {
        int documents = day.getDayOfYear() % 3 == 0 ? 6 : 5;
        for (int i = 0; i < documents; i++) {
            int minute = 9 * 60 + i * 120 + random.nextInt(110);
            // Once a week a sale after midnight, which is still the previous day in UTC.
            boolean late = i == 0 && day.getDayOfYear() % 7 == 0;
            operations.add(nextOperation(day.atStartOfDay(Dates.ZONE).plusMinutes(late ? 20 : minute).toInstant()));
        }
    }

    private SandboxOperation nextOperation(Instant created) {
        int number = operations.size();
        int round = number / ROUND.size();
        Step step = ROUND.get(number % ROUND.size());
        long storage = switch (step.type()) {
            case SALE -> round % 2 == 0 ? 101 : 103;
            case USAGE -> 102;
            case RECEIPT, WRITE_OFF, TRANSFER -> STORAGES.get(round % STORAGES.size());
        };
        Parties parties = parties(step, number);
        List<Line> lines = IntStream.range(0, step.lines())
                .mapToObj(i -> line(step.type(), storage, parties, number)).toList();
        String comment = number % 5 == 0 ? "Бележка № " + number : "";
        return new SandboxOperation(step.type(), created, storage, comment, lines);
    }

    private Parties parties(Step step, int number) {
        long master = 201 + random.nextInt(catalog.masters().size());
        return switch (step.type()) {
            // Single-line sales alternate between a client and an anonymous buyer.
            case SALE -> new Parties(master, number % 8 == 2 ? 0 : 5001 + random.nextInt(catalog.clients().size()),
                    0, 0, 0);
            case USAGE -> new Parties(master, 0, 0, 401 + random.nextInt(catalog.services().size()),
                    31_000 + number);
            case RECEIPT -> new Parties(0, 0, 301 + random.nextInt(catalog.suppliers().size()), 0, 0);
            case WRITE_OFF, TRANSFER -> new Parties(master, 0, 0, 0, 0);
        };
    }

    private Line line(SandboxOperationType type, long storage, Parties parties, int number) {
        List<Good> kept = catalog.keptIn(storage);
        Good good = kept.get(goodIndexes.merge(storage, 1, Integer::sum) % kept.size());
        BigDecimal amount = amount(type, storage);
        BigDecimal discount = BigDecimal.valueOf(type == SandboxOperationType.SALE && random.nextInt(4) == 0 ? 10 : 0);
        BigDecimal cost = good.price().multiply(amount).multiply(BigDecimal.valueOf(100).subtract(discount))
                .movePointLeft(2).setScale(2, RoundingMode.HALF_UP);
        long paidTo = type == SandboxOperationType.SALE ? 61 + number % 2 : 0;
        // Starts like a formula and contains characters that CSV must quote.
        String comment = number % 9 == 0 ? "-10 %, regular \"VIP\"" : "";
        return new Line(good.id(), amount, new Price(good.price(), discount, cost), type == SandboxOperationType.USAGE ? 2 : 1,
                parties, comment, "", paidTo);
    }

    /** Goods are received by the box; consumables leave in fractions of a unit, other goods in whole units. */
    private BigDecimal amount(SandboxOperationType type, long storage) {
        if (type == SandboxOperationType.RECEIPT) {
            return BigDecimal.valueOf(24);
        }
        return storage == 102 ? BigDecimal.valueOf(25L * (1 + random.nextInt(12)), 2)
                : BigDecimal.valueOf(1 + random.nextInt(3));
    }
}
