package io.stockroom.stock;

import io.stockroom.altegio.AltegioException;
import io.stockroom.altegio.AltegioException.AccessDeniedException;
import io.stockroom.invocation.CallContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Searches for goods whose stock may have changed without an event: those that changed in the catalog, and those of lines that changed.
 * What was announced already is left out, so that a search costs a few pages, and a look for each good that was missed.
 */
@ApplicationScoped
class StockChanges {

    private static final Logger LOG = Logger.getLogger(StockChanges.class);

    static final String CAUSE = "schedule";

    /** No good has this id: its record is that of the last search. */
    private static final long NO_GOOD = 0;
    /** Changes may become visible late, and clocks differ. */
    private static final Duration OVERLAP = Duration.ofMinutes(2);

    private final StockSource source;
    private final StockRecords records;
    private final StockAnnouncer announcer;
    private final StockConfig config;
    private final Clock clock;

    StockChanges(StockSource source, StockRecords records, StockAnnouncer announcer, StockConfig config, Clock clock) {
        this.source = source;
        this.records = records;
        this.announcer = announcer;
        this.config = config;
        this.clock = clock;
    }

    /**
     * A search.
     *
     * @param goods to look at
     * @param began when it began: changes after that may have been missed
     */
    record Found(long location, Set<Long> goods, Instant began) {
    }

    /**
     * Searches for all changes since the last search that was {@linkplain #done done}.
     *
     * @throws AltegioException                if Altegio could not be asked for all of them
     * @throws StockRecordsUnavailableException if it is not known what was announced
     */
    Found search(long location, CallContext context) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        StockRecord last = records.read(new GoodKey(location, NO_GOOD));
        Instant since = last.version() == 0 ? now.minus(config.lookBack()) : last.looked().minus(OVERLAP);
        Set<Long> goods = new LinkedHashSet<>();
        Map<Long, GoodStock> changed = source.changedSince(location, since, context);
        changed.forEach((id, stock) -> {
            if (!records.read(new GoodKey(location, id)).announced().equals(announcer.write(stock))) {
                goods.add(id);
            }
        });
        Map<Long, Instant> moved = new LinkedHashMap<>(movedSince(location, since, context));
        moved.keySet().removeAll(changed.keySet());
        moved.forEach((id, time) -> {
            if (!StockLooks.covers(records.read(new GoodKey(location, id)), time)) {
                goods.add(id);
            }
        });
        return new Found(location, goods, now);
    }

    /** Remembers a search whose goods are queued or announced: the next one begins where it began. */
    void done(Found found) {
        GoodKey search = new GoodKey(found.location(), NO_GOOD);
        StockRecord last = records.read(search);
        if (found.began().isAfter(last.looked())) {
            records.replace(search, last, last.leased(found.began(), Instant.EPOCH).ended(""));
        }
    }

    /** A user may see goods without seeing their movements. */
    private Map<Long, Instant> movedSince(long location, Instant since, CallContext context) {
        try {
            return source.movedSince(location, since, context);
        } catch (AccessDeniedException e) {
            LOG.infof("The product transactions of location %d may not be read, so that only its changed goods are found", location);
            return Map.of();
        }
    }
}
