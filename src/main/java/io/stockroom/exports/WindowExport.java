package io.stockroom.exports;

import io.stockroom.exports.ExportState.WindowProgress;
import io.stockroom.invocation.CallContext;
import io.stockroom.lists.CursorExpiredException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Exports the windows of a location, one object after the other. The state is saved after each object, so that a run that ends at any
 * point is followed by one that goes on there, under the same names.
 */
@ApplicationScoped
class WindowExport {

    private static final Logger LOG = Logger.getLogger(WindowExport.class);

    private final ExportFiles files;
    private final ExportIds ids;
    private final ExportsConfig config;
    private final Clock clock;

    WindowExport(ExportFiles files, ExportIds ids, ExportsConfig config, Clock clock) {
        this.files = files;
        this.ids = ids;
        this.config = config;
        this.clock = clock;
    }

    /** Exports what an earlier run has left, and then what has changed since. Returns false if the time has ended before. */
    boolean run(ExportLease lease, ExportTally tally, CallContext context) {
        if (lease.state().window() != null && !finish(lease, tally, context)) {
            return false;
        }
        Optional<ExportWindow> next = next(lease.state().exportedUntil());
        if (next.isEmpty()) {
            return true;
        }
        lease.save(lease.state().with(WindowProgress.beginning(next.get())));
        return finish(lease, tally, context);
    }

    /** Exports a past window from a part on. Returns the part that is next if the time has ended before. */
    Optional<WindowProgress> again(ExportLease lease, WindowProgress from, ExportTally tally, CallContext context) {
        WindowProgress progress = from;
        while (ExportRun.hasTime(context)) {
            ExportFiles.Part part = part(lease, progress, tally, context);
            progress = next(progress, part);
            if (part.isLast()) {
                return Optional.empty();
            }
        }
        return Optional.of(progress);
    }

    private boolean finish(ExportLease lease, ExportTally tally, CallContext context) {
        while (ExportRun.hasTime(context)) {
            WindowProgress progress = lease.state().window();
            try {
                ExportFiles.Part part = part(lease, progress, tally, context);
                ExportState after = lease.state();
                lease.save(part.isLast() ? after.windowExported() : after.with(next(progress, part)));
                if (part.isLast()) {
                    return true;
                }
            } catch (CursorExpiredException e) {
                // The rows at which the last part ended are gone: the window begins anew, and replaces its objects.
                lease.save(lease.state().with(WindowProgress.beginning(progress.toWindow())));
                throw e;
            }
        }
        return false;
    }

    private ExportFiles.Part part(ExportLease lease, WindowProgress progress, ExportTally tally, CallContext context) {
        ExportWindow window = progress.toWindow();
        String name = ObjectNames.ofWindow(lease.location(), window, progress.part());
        ExportFiles.Part part = files.writeWindow(lease, window, name, progress.cursor(), context);
        lease.save(lease.state().with(ids.add(lease.location(), lease.state().known(), part.ids())));
        tally.addPart(part.written());
        if (part.written() > 0) {
            LOG.infof("Exported %d rows of location %d to %s", part.written(), lease.location(), name);
        }
        return part;
    }

    /** A part without rows has no object, so that the next one takes its number. */
    private static WindowProgress next(WindowProgress progress, ExportFiles.Part part) {
        return new WindowProgress(progress.from(), progress.to(), progress.part() + (part.written() > 0 ? 1 : 0), part.next());
    }

    /** Returns the window from the last one's end, less the overlap, to now, less the margin; empty if that is no time. */
    private Optional<ExportWindow> next(Instant exportedUntil) {
        ExportWindow next = new ExportWindow(exportedUntil == null ? null : exportedUntil.minus(config.overlap()),
                clock.instant().minus(config.margin()));
        return exportedUntil == null || next.to().isAfter(exportedUntil) ? Optional.of(next) : Optional.empty();
    }
}
