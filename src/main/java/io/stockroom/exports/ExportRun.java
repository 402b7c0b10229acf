package io.stockroom.exports;

import io.stockroom.altegio.AltegioException.RateLimitedException;
import io.stockroom.altegio.ConfiguredLocations;
import io.stockroom.exports.ExportState.WindowProgress;
import io.stockroom.invocation.CallContext;
import io.stockroom.problems.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/** Exports or compares one location after the other, until the time ends. One that fails does not keep the others from it. */
@ApplicationScoped
class ExportRun {

    private static final Logger LOG = Logger.getLogger(ExportRun.class);
    /** Less is not enough for a page and its object. */
    private static final Duration MIN_TIME = Duration.ofSeconds(5);

    private final WindowExport windows;
    private final Comparison comparison;
    private final ExportStates states;
    private final ExportsConfig config;
    private final ConfiguredLocations configured;
    private final Clock clock;

    ExportRun(WindowExport windows, Comparison comparison, ExportStates states, ExportsConfig config, ConfiguredLocations configured,
            Clock clock) {
        this.windows = windows;
        this.comparison = comparison;
        this.states = states;
        this.config = config;
        this.configured = configured;
        this.clock = clock;
    }

    /** Returns whether there is time for another part. */
    static boolean hasTime(CallContext context) {
        return context.remaining().compareTo(MIN_TIME) >= 0;
    }

    /** Returns whether a failure is due to the end of the time, or to a rate limit that allows the next call to Altegio only then. */
    static boolean isOutOfTime(RuntimeException failure, CallContext context) {
        Duration wait = failure instanceof RateLimitedException limited ? limited.retryAfter() : Duration.ZERO;
        return context.remaining().compareTo(MIN_TIME.plus(wait)) < 0;
    }

    /** @param owner identifies the run */
    ExportReport run(ExportRequest request, String owner, CallContext context) {
        ExportTally tally = new ExportTally();
        return request.isPastWindow() ? again(request, owner, tally, context) : all(request, owner, tally, context);
    }

    private ExportReport all(ExportRequest request, String owner, ExportTally tally, CallContext context) {
        Collection<Long> locations = locations(request);
        if (locations.isEmpty()) {
            LOG.warn("There is no location to export: set STOCKROOM_EXPORTS_LOCATIONS, or ALTEGIO_LOCATIONS");
        }
        List<Long> left = new ArrayList<>();
        boolean isOver = false;
        for (Long location : locations) {
            boolean isTried = !isOver && hasTime(context);
            if (!isTried || !isHandled(location, request.toTask(), owner, tally, context)) {
                isOver = true;
                tally.addUnfinished(location);
                // What took a whole run that came no further is left to the schedule: otherwise it would go on forever.
                if (!isTried || tally.parts() > 0) {
                    left.add(location);
                }
            }
        }
        return tally.report(request.toTask(), left.isEmpty() ? null : ExportRequest.of(request.toTask(), left));
    }

    /** Returns false if the time has ended before the location was finished. */
    private boolean isHandled(long location, ExportTask task, String owner, ExportTally tally, CallContext context) {
        return withLease(location, owner, tally, context, lease -> {
            comparison.clean(lease);
            return task == ExportTask.COMPARE ? comparison.run(lease, tally, context) : windows.run(lease, tally, context);
        });
    }

    private ExportReport again(ExportRequest request, String owner, ExportTally tally, CallContext context) {
        long location = request.locations().get(0);
        ExportWindow window = request.window();
        WindowProgress[] rest = {
                new WindowProgress(window.from(), window.to(), request.part() == null ? 1 : request.part(), request.cursor())};
        boolean isFinished = withLease(location, owner, tally, context, lease -> {
            Optional<WindowProgress> next = windows.again(lease, rest[0], tally, context);
            next.ifPresent(progress -> rest[0] = progress);
            return next.isEmpty();
        });
        if (isFinished) {
            return tally.report(request.toTask(), null);
        }
        tally.addUnfinished(location);
        return tally.report(request.toTask(), tally.parts() == 0 ? null : request.next(rest[0].part(), rest[0].cursor()));
    }

    private boolean withLease(long location, String owner, ExportTally tally, CallContext context, Predicate<ExportLease> work) {
        try {
            Optional<ExportLease> claimed = ExportLease.claim(states, location, owner, config.lease(), clock);
            if (claimed.isEmpty()) {
                LOG.infof("Another run is working on location %d", location);
                tally.addBusy(location);
                return true;
            }
            try (ExportLease lease = claimed.get()) {
                return work.test(lease);
            }
        } catch (ExportLeaseLostException e) {
            LOG.warn(e.getMessage());
            tally.addBusy(location);
        } catch (ProblemException | ExportStoreException | ExportStateException e) {
            if (isOutOfTime(e, context)) {
                return false;
            }
            LOG.warnf("Location %d was not exported: %s", location, e.getMessage());
            tally.addFailed(location);
        } catch (RuntimeException e) {
            LOG.errorf(e, "Location %d was not exported", location);
            tally.addFailed(location);
        }
        return true;
    }

    private Collection<Long> locations(ExportRequest request) {
        if (request.locations() != null) {
            return request.locations();
        }
        return config.locations().<Collection<Long>>map(TreeSet::new).orElseGet(() -> configured.all());
    }
}
