package io.stockroom.exports;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import io.stockroom.invocation.CallContext;
import io.stockroom.invocation.Deadline;
import io.stockroom.telemetry.RequestLogger;
import io.stockroom.telemetry.RequestSummary;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Exports the transactions of each location as files, as far as the time allows, and starts the run that goes on. Started by its schedules,
 * by an earlier run, or by hand for a past window.
 */
@Named("export-transactions")
@ApplicationScoped
public class ExportTransactions implements RequestHandler<Map<String, Object>, ExportReport> {

    private static final Logger LOG = Logger.getLogger(ExportTransactions.class);
    private static final String NAME = "export-transactions";
    /** Part of the timeout that is reserved for writing the last object and the state. */
    private static final Duration RESERVE = Duration.ofSeconds(30);

    private final ExportRun run;
    private final Continuation continuation;
    private final RequestLogger requestLogger;
    private final Clock clock;

    ExportTransactions(ExportRun run, Continuation continuation, RequestLogger requestLogger, Clock clock) {
        this.run = run;
        this.continuation = continuation;
        this.requestLogger = requestLogger;
        this.clock = clock;
    }

    @Override
    public ExportReport handleRequest(Map<String, Object> event, Context context) {
        long start = System.nanoTime();
        requestLogger.begin(context == null ? null : context.getAwsRequestId());
        Deadline end = Deadline.ofFunction(context == null ? 0 : context.getRemainingTimeInMillis(), Duration.ZERO, clock);
        CallContext callContext = CallContext.until(end.minus(RESERVE));
        ExportRequest request = ExportRequest.from(event);
        ExportReport report = run.run(request, UUID.randomUUID().toString(), callContext);
        if (report.next() != null) {
            goOn(report, context);
        }
        requestLogger.write(new RequestSummary(NAME, null, 200, report.isComplete() ? RequestSummary.SUCCEEDED : "unfinished",
                Duration.ofNanos(System.nanoTime() - start), callContext.calls(), Map.of(), null, metrics(request, report)));
        return report;
    }

    /** A comparison, or a past window, says nothing about how far the windows are, and must not end the alarm about them. */
    private static Map<String, Integer> metrics(ExportRequest request, ExportReport report) {
        Map<String, Integer> metrics = new LinkedHashMap<>(Map.of("ExportedRows", report.rows(), "DeletedRows", report.deleted(),
                "ExportFailures", report.failed().size(), "RejectedComparisons", report.rejectedComparisons()));
        if (request.toTask() == ExportTask.EXPORT && !request.isPastWindow()) {
            metrics.put("WindowsBehind", report.unfinished().size() + report.failed().size());
        }
        return metrics;
    }

    /** If it cannot be started, the next run of the schedule goes on. */
    private void goOn(ExportReport report, Context context) {
        try {
            continuation.start(context == null ? NAME : context.getInvokedFunctionArn(), report.next().event());
        } catch (RuntimeException e) {
            LOG.errorf("The rest is exported by the next run of the schedule, because the function could not start itself: %s",
                    e.getMessage());
        }
    }
}
