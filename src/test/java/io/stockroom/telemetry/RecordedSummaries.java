package io.stockroom.telemetry;

import java.util.ArrayList;
import java.util.List;

/** Records the summaries that a function writes. */
public final class RecordedSummaries extends RequestLogger {

    private final List<RequestSummary> summaries = new ArrayList<>();

    public RecordedSummaries() {
        super(null, null, null);
    }

    @Override
    public void begin(String requestId) {
        // Only the summaries matter.
    }

    @Override
    public void write(RequestSummary summary) {
        summaries.add(summary);
    }

    public List<RequestSummary> summaries() {
        return summaries;
    }
}
