package io.stockroom.transactions;

import io.stockroom.http.Problem;
import io.stockroom.http.ProblemException;

/** All rows by which the place to go on was known are gone. */
final class StartAgain extends ProblemException {

    StartAgain() {
        super(Problem.of(410, "start-again", "The place to go on is gone",
                "The transactions where the last answer ended have been deleted; start again without the cursor"), null);
    }
}
