package io.stockroom.exports;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * What a run has done.
 *
 * @param task                export or compare
 * @param rows                how many rows were written
 * @param deleted             how many transactions were found to be deleted
 * @param rejectedComparisons comparisons that did not count, because too much was missing
 * @param unfinished          locations that were not finished in time
 * @param failed              locations that failed; the log has the reasons
 * @param busy                locations that another run was working on
 * @param next                the event of the run that goes on; null if nothing is left, or if nothing could be done
 */
@RegisterForReflection
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ExportReport(String task, int rows, int deleted, int rejectedComparisons, List<Long> unfinished, List<Long> failed,
        List<Long> busy, ExportRequest next) {

    /** Returns whether each location was finished, or is in the hands of another run. */
    @JsonIgnore
    boolean isComplete() {
        return unfinished.isEmpty() && failed.isEmpty();
    }
}
