package io.stockroom.lists;

import io.stockroom.problems.Problem;
import io.stockroom.problems.ProblemException;

/** Thrown when all rows that a cursor contains have been deleted or have moved too far. */
public final class CursorExpiredException extends ProblemException {

    CursorExpiredException() {
        super(Problem.of(410, "cursor-expired", "Cursor expired",
                "The rows this cursor points to have been deleted, or moved by more than " + ResumePoint.MAX_DISTANCE
                        + " pages; restart without a cursor"),
                null);
    }
}
