package io.stockroom.transactions;

import io.stockroom.http.Problem;
import io.stockroom.http.ProblemException;

/** One row alone is more than Lambda lets an answer be. */
final class RowTooLarge extends ProblemException {

    RowTooLarge(Long id) {
        super(Problem.of(502, "row-too-large", "A transaction is too large",
                "Transaction " + id + " alone is larger than an answer may be; it may fit with Accept-Encoding: gzip"), null);
    }
}
