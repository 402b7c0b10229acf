package io.stockroom.local.sandbox;

import io.stockroom.local.sandbox.Catalog.Good;
import io.stockroom.local.sandbox.Operation.Line;
import io.stockroom.local.sandbox.Operation.Parties;
import io.stockroom.local.sandbox.Operation.Price;
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

/** The year that the seeded location has behind it: the same operations at every start, oldest first. */
final class Seed {

    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 1, 5);
    private static final LocalDate LAST_DAY = LocalDate.of(2026, 11, 20);
    private static final List<Long> STORAGES = List.of(101L, 102L, 103L);

    /** Fourteen lines a round: any twenty transactions in a row hold every type, and sales with a client. */
    private static final List<Step> ROUND = List.of(
            new Step(Type.SALE, 2), new Step(Type.USAGE, 1), new Step(Type.SALE, 1),
            new Step(Type.RECEIPT, 3), new Step(Type.SALE, 3), new Step(Type.WRITE_OFF, 1),
            new Step(Type.SALE, 1), new Step(Type.TRANSFER, 2));

    private record Step(Type type, int lines) {
    }

    private final Catalog catalog;
    private final Random random = new Random(4564);
    private final Map<Long, Integer> turns = new HashMap<>();
    private final List<Operation> operations = new ArrayList<>();

    private Seed(Catalog catalog) {
        this.catalog = catalog;
    }

    static List<Operation> operations(Catalog catalog) {
        Seed seed = new Seed(catalog);
        FIRST_DAY.datesUntil(LAST_DAY.plusDays(1)).forEach(seed::open);
        return seed.operations;
    }

    private void open(LocalDate day) {
        int documents = day.getDayOfYear() % 3 == 0 ? 6 : 5;
        for (int i = 0; i < documents; i++) {
            int minute = 9 * 60 + i * 120 + random.nextInt(110);
            // Once a week a sale after midnight: in UTC it belongs to the day before.
            boolean late = i == 0 && day.getDayOfYear() % 7 == 0;
            operations.add(next(day.atStartOfDay(Dates.ZONE).plusMinutes(late ? 20 : minute).toInstant()));
        }
    }

    private Operation next(Instant created) {
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
        return new Operation(step.type(), created, storage, comment, lines);
    }

    private Parties parties(Step step, int number) {
        long master = 201 + random.nextInt(catalog.masters().size());
        return switch (step.type()) {
            // The sales of one line alternate between a regular and somebody who just walked in.
            case SALE -> new Parties(master, number % 8 == 2 ? 0 : 5001 + random.nextInt(catalog.clients().size()),
                    0, 0, 0);
            case USAGE -> new Parties(master, 0, 0, 401 + random.nextInt(catalog.services().size()),
                    31_000 + number);
            case RECEIPT -> new Parties(0, 0, 301 + random.nextInt(catalog.suppliers().size()), 0, 0);
            case WRITE_OFF, TRANSFER -> new Parties(master, 0, 0, 0, 0);
        };
    }

    private Line line(Type type, long storage, Parties parties, int number) {
        List<Good> kept = catalog.keptIn(storage);
        Good good = kept.get(turns.merge(storage, 1, Integer::sum) % kept.size());
        BigDecimal amount = amount(type, storage);
        BigDecimal discount = BigDecimal.valueOf(type == Type.SALE && random.nextInt(4) == 0 ? 10 : 0);
        BigDecimal cost = good.price().multiply(amount).multiply(BigDecimal.valueOf(100).subtract(discount))
                .movePointLeft(2).setScale(2, RoundingMode.HALF_UP);
        long paidTo = type == Type.SALE ? 61 + number % 2 : 0;
        // A comment that begins like a formula and has what CSV must quote.
        String comment = number % 9 == 0 ? "-10 %, regular \"VIP\"" : "";
        return new Line(good.id(), amount, new Price(good.price(), discount, cost), type == Type.USAGE ? 2 : 1,
                parties, comment, "", paidTo);
    }

    /** Goods come by the box; consumables leave in parts of a unit, all others whole. */
    private BigDecimal amount(Type type, long storage) {
        if (type == Type.RECEIPT) {
            return BigDecimal.valueOf(24);
        }
        return storage == 102 ? BigDecimal.valueOf(25L * (1 + random.nextInt(12)), 2)
                : BigDecimal.valueOf(1 + random.nextInt(3));
    }
}
