package io.stockroom.exports;

import io.stockroom.exports.ExportState.KnownIds;
import io.stockroom.exports.ExportState.Look;
import io.stockroom.invocation.CallContext;
import io.stockroom.transactions.Transaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/**
 * Compares the ids of all transactions of a location with those that were exported. What two comparisons in a row did not find is deleted;
 * a transaction that no window contained is exported now. It takes as many runs as it needs.
 */
@ApplicationScoped
class Comparison {

    private static final Logger LOG = Logger.getLogger(Comparison.class);

    private final ExportFiles files;
    private final ExportIds ids;
    private final ExportsConfig config;
    private final Clock clock;

    Comparison(ExportFiles files, ExportIds ids, ExportsConfig config, Clock clock) {
        this.files = files;
        this.ids = ids;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Begins a comparison, or goes on with the one that an earlier run began. Returns false if the time has ended before.
     *
     * @throws RuntimeException if a page could not be read; then this comparison does not count, and the next one begins anew
     */
    boolean run(ExportLease lease, ExportTally tally, CallContext context) {
        if (lease.state().exportedUntil() == null) {
            return true;
        }
        if (lease.state().look() == null) {
            begin(lease);
        }
        Look look = lease.state().look();
        IdSet known = ids.known(lease.location(), lease.state().known().generation(), 0, look.knownChunks());
        try {
            while (ExportRun.hasTime(context)) {
                if (readPart(lease, known, tally, context)) {
                    end(lease, known, tally);
                    return true;
                }
            }
            return false;
        } catch (ExportLeaseLostException e) {
            throw e;
        } catch (RuntimeException e) {
            if (ExportRun.isOutOfTime(e, context)) {
                return false;
            }
            discard(lease);
            throw e;
        }
    }

    private void begin(ExportLease lease) {
        ExportState state = lease.state();
        KnownIds known = new KnownIds(state.known().generation(), state.known().chunks(), false);
        lease.save(state.with(known).with(new Look(clock.instant(), known.chunks(), 0, 1, null)));
    }

    /** Reads a part of the rows. Returns whether it was the last. */
    private boolean readPart(ExportLease lease, IdSet known, ExportTally tally, CallContext context) {
        ExportState state = lease.state();
        Look look = state.look();
        ExportWindow exported = new ExportWindow(null, state.exportedUntil());
        Predicate<Transaction> isMissed = row -> row.id() != null && !known.contains(row.id()) && exported.mayContain(row.lastChangeDate());
        String name = ObjectNames.ofFound(lease.location(), look.began(), look.part());
        ExportFiles.Part part = files.writeAll(lease, isMissed, name, look.cursor(), context);
        int seenChunks = ids.putSeen(lease.location(), state.known().generation(), look.seenChunks(), part.ids());
        lease.save(lease.state().with(
                new Look(look.began(), look.knownChunks(), seenChunks, look.part() + (part.written() > 0 ? 1 : 0), part.next())));
        tally.addPart(part.written());
        if (part.written() > 0) {
            LOG.warnf("The comparison of location %d found %d transactions that no window contained; they are in %s", lease.location(),
                    part.written(), name);
        }
        return part.isLast();
    }

    private void end(ExportLease lease, IdSet known, ExportTally tally) {
        ExportState state = lease.state();
        long location = lease.location();
        int generation = state.known().generation();
        IdSet seen = ids.seen(location, generation, state.look().seenChunks());
        IdSet missing = known.without(seen);
        if (isSuspicious(missing, known, seen)) {
            LOG.warnf("The comparison of location %d does not count: %d of %d exported transactions are missing from what Altegio returned,"
                    + " more than STOCKROOM_EXPORTS_MAX_MISSING_SHARE allows", location, missing.size(), known.size());
            tally.addRejected();
            discard(lease);
            return;
        }
        IdSet deleted = missing.intersection(ids.missing(location, generation, state.missing()));
        writeDeleted(lease, deleted);
        IdSet undecided = missing.without(deleted);
        IdSet since = ids.known(location, generation, state.look().knownChunks(), state.known().chunks());
        KnownIds nextKnown = ids.putKnown(location, generation + 1, IdSet.union(List.of(seen, undecided, since)));
        int nextMissing = ids.putMissing(location, generation + 1, undecided);
        lease.save(state.compared(nextKnown, nextMissing));
        clean(lease);
        tally.addDeleted(deleted.size());
        LOG.infof("Compared %d transactions of location %d: %d deleted, %d missing for the first time", seen.size(), location,
                deleted.size(), undecided.size());
    }

    private boolean isSuspicious(IdSet missing, IdSet known, IdSet seen) {
        BigDecimal allowed = config.maxMissingShare().multiply(BigDecimal.valueOf(known.size()));
        return BigDecimal.valueOf(missing.size()).compareTo(allowed) > 0 || (seen.isEmpty() && !known.isEmpty());
    }

    private void writeDeleted(ExportLease lease, IdSet deleted) {
        Instant began = lease.state().look().began();
        int part = 1;
        for (IdSet chunk : deleted.chunks(config.partRows())) {
            files.writeDeleted(lease, chunk, began, ObjectNames.ofDeleted(lease.location(), began, part++));
        }
    }

    private void discard(ExportLease lease) {
        lease.save(lease.state().lookDiscarded());
        clean(lease);
    }

    /** Deletes the chunks that nothing refers to any more, also after a run that ended before it could. */
    void clean(ExportLease lease) {
        if (lease.state().obsolete() != null) {
            ids.delete(lease.location(), lease.state().obsolete());
            lease.save(lease.state().cleaned());
        }
    }
}
