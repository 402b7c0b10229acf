package io.stockroom.stock;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stockroom.altegio.LocationAllowList;
import io.stockroom.invocation.CallContext;
import io.stockroom.problems.Problem;
import io.stockroom.problems.ProblemException;
import io.stockroom.stock.StockLooks.Look;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/** Looks at goods, and announces their stock unless it is what was announced last. */
@ApplicationScoped
class StockAnnouncer {

    private static final Logger LOG = Logger.getLogger(StockAnnouncer.class);

    /** As many events as the bus takes in one call: the goods of a round are leased until it has ended. */
    private static final int MAX_GOODS_IN_ROUND = 10;
    /** How long a lease outlives the deadline: the function's response is written by then, or the function is ended. */
    private static final Duration LEASE_MARGIN = Duration.ofSeconds(5);
    /** Less is not enough for a look and the event. */
    private static final Duration MIN_TIME = Duration.ofSeconds(12);
    /** Of the remaining time, what is kept for the events. */
    private static final Duration TIME_FOR_EVENTS = Duration.ofSeconds(10);

    private final StockSource source;
    private final StockLooks looks;
    private final EventBus bus;
    private final LocationAllowList allowList;
    private final ObjectMapper mapper;
    private final boolean leavesOutUnchanged;

    StockAnnouncer(StockSource source, StockLooks looks, EventBus bus, LocationAllowList allowList, StockConfig config,
            ObjectMapper mapper) {
        this.source = source;
        this.looks = looks;
        this.bus = bus;
        this.allowList = allowList;
        this.mapper = mapper;
        this.leavesOutUnchanged = config.leaveOutUnchanged();
    }

    /**
     * Why to look at a good.
     *
     * @param happened a time after the newest change
     */
    record Wanted(Instant happened, String cause) {
    }

    /** A look that has found something. */
    private record Found(Look look, GoodStock stock, String text, String cause) {
    }

    /** Looks at each of the goods once and announces them; returns what became of them. */
    StockOutcome announce(Map<GoodKey, Wanted> wanted, CallContext context) {
        StockOutcome outcome = new StockOutcome();
        List<GoodKey> goods = List.copyOf(wanted.keySet());
        for (int start = 0; start < goods.size(); start += MAX_GOODS_IN_ROUND) {
            List<GoodKey> round = goods.subList(start, Math.min(start + MAX_GOODS_IN_ROUND, goods.size()));
            if (outcome.hasStopped() || context.remaining().compareTo(MIN_TIME) < 0) {
                outcome.postponed(goods.subList(start, goods.size()));
                return outcome;
            }
            announceRound(round, wanted, outcome, context);
        }
        return outcome;
    }

    private void announceRound(List<GoodKey> goods, Map<GoodKey, Wanted> wanted, StockOutcome outcome, CallContext context) {
        List<Found> found = new ArrayList<>();
        for (GoodKey good : goods) {
            if (outcome.hasStopped() || context.remaining().compareTo(MIN_TIME) < 0) {
                outcome.postponed(List.of(good));
                continue;
            }
            try {
                look(good, wanted.get(good), outcome, context.minus(TIME_FOR_EVENTS)).ifPresent(found::add);
            } catch (ProblemException e) {
                fail(good, e.problem(), outcome);
            }
        }
        put(found, outcome);
    }

    /** Returns what to announce; empty if there is nothing. */
    private Optional<Found> look(GoodKey good, Wanted wanted, StockOutcome outcome, CallContext context) {
        allowList.check(good.location());
        Look look = looks.begin(good, wanted.happened(), context.deadline().at().plus(TIME_FOR_EVENTS).plus(LEASE_MARGIN));
        switch (look.permission()) {
            case COVERED -> outcome.covered();
            case BUSY -> outcome.busy(good);
            case GRANTED -> {
                outcome.looked();
                return found(look, wanted.cause(), outcome, context);
            }
        }
        return Optional.empty();
    }

    private Optional<Found> found(Look look, String cause, StockOutcome outcome, CallContext context) {
        GoodStock stock;
        try {
            stock = source.stock(look.good(), context).orElseGet(() -> gone(look.before().announced()));
        } catch (RuntimeException e) {
            looks.abandon(look);
            throw e;
        }
        String text = write(stock);
        if (leavesOutUnchanged && text.equals(look.before().announced())) {
            looks.end(look, text);
            outcome.unchanged();
            return Optional.empty();
        }
        return Optional.of(new Found(look, stock, text, cause));
    }

    /** Returns a good that is gone, with the codes that it had when it was announced last. */
    private GoodStock gone(String announced) {
        try {
            return announced.isEmpty() ? GoodStock.unknownGone() : mapper.readValue(announced, GoodStock.class).asGone();
        } catch (JsonProcessingException e) {
            return GoodStock.unknownGone();
        }
    }

    private void put(List<Found> found, StockOutcome outcome) {
        if (found.isEmpty()) {
            return;
        }
        List<StockEvent> events = found.stream()
                .map(each -> StockEvent.of(each.look().good(), each.stock(), each.look().asOf(), each.cause())).toList();
        Set<StockEvent> rejected = new HashSet<>(bus.put(events));
        for (int i = 0; i < events.size(); i++) {
            try {
                end(found.get(i), rejected.contains(events.get(i)), outcome);
            } catch (StockRecordsUnavailableException e) {
                fail(found.get(i).look().good(), e.problem(), outcome);
            }
        }
    }

    private void end(Found found, boolean isRejected, StockOutcome outcome) {
        if (isRejected) {
            looks.endUncertain(found.look());
            outcome.failed(found.look().good());
        } else {
            looks.end(found.look(), found.text());
            outcome.announced();
        }
    }

    /** After a failure that concerns all goods, such as an outage or a used-up limit, nothing more is tried. */
    private static void fail(GoodKey good, Problem problem, StockOutcome outcome) {
        LOG.infof("Not announced yet: reason=%s (%d) location=%d good=%d", problem.name(), problem.status(), good.location(), good.id());
        outcome.failed(good);
        if (problem.status() == 503 || problem.status() == 429 || problem.name().equals("credentials-rejected")) {
            outcome.stop(problem.retryAfter());
        }
    }

    /** Returns the stock in the form in which it is compared and remembered. */
    String write(GoodStock stock) {
        try {
            return mapper.writeValueAsString(stock);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
