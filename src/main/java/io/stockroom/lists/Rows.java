package io.stockroom.lists;

import io.stockroom.invocation.CallContext;
import io.stockroom.problems.ProblemException;
import java.util.List;

/** The rows of a list of Altegio's, in the format of the response. */
public interface Rows {

    /**
     * Reads one page. Called by several threads at once.
     *
     * @param page  from 1
     * @param count rows per page
     */
    List<EncodedRow> page(int page, int count, CallContext context);

    /** Returns how many rows Altegio is known to return at once, if there are so many. */
    default int minLimit() {
        return 1;
    }

    /** Returns the exception for a row that alone exceeds Lambda's limit for a response. */
    ProblemException tooLarge(Long id);
}
