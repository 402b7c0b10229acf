package io.stockroom.transactions;

import io.stockroom.problems.Problem;
import io.stockroom.problems.ProblemException;

/** Thrown when a single row exceeds Lambda's limit for a response. */
final class TransactionTooLargeException extends ProblemException {

    TransactionTooLargeException(Long id) {
        super(Problem.of(502, "transaction-too-large", "Transaction too large",
                "Transaction " + id + " exceeds the maximum response size; try Accept-Encoding: gzip"), null);
    }
}
