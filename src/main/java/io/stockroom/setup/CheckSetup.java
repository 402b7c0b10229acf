package io.stockroom.setup;

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
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Checks the set-up, logs a line for each finding, and counts them. Started by its schedule, by a deployment, or by hand: nothing in the
 * event matters.
 */
@Named("check-setup")
@ApplicationScoped
public class CheckSetup implements RequestHandler<Map<String, Object>, SetupReport> {

    private static final Logger LOG = Logger.getLogger(CheckSetup.class);
    private static final String NAME = "check-setup";
    /** Part of the timeout that is reserved for the response. */
    private static final Duration RESERVE = Duration.ofSeconds(2);

    private final SetupCheck check;
    private final RequestLogger requestLogger;
    private final Clock clock;

    CheckSetup(SetupCheck check, RequestLogger requestLogger, Clock clock) {
        this.check = check;
        this.requestLogger = requestLogger;
        this.clock = clock;
    }

    @Override
    public SetupReport handleRequest(Map<String, Object> event, Context context) {
        long start = System.nanoTime();
        requestLogger.begin(context == null ? null : context.getAwsRequestId());
        CallContext callContext = CallContext.until(
                Deadline.ofFunction(context == null ? 0 : context.getRemainingTimeInMillis(), RESERVE, clock));
        SetupReport report = check.run(callContext);
        report.findings().forEach(finding -> LOG.warnf("Set-up: %s: %s", finding.code(), finding.detail()));
        long unchecked = report.findings().stream().filter(finding -> finding.code().equals(Finding.NOT_CHECKED)).count();
        requestLogger.write(new RequestSummary(NAME, null, 200, report.findings().isEmpty() ? RequestSummary.SUCCEEDED : "needs-attention",
                Duration.ofNanos(System.nanoTime() - start), callContext.calls(), Map.of(), null,
                Map.of("SetupFindings", report.findings().size() - (int) unchecked, "SetupUnchecked", (int) unchecked)));
        return report;
    }
}
