package io.stockroom.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SearchProgressTest {

    private static final Instant BEGAN = Instant.parse("2026-11-23T10:00:00.123Z");
    private static final Instant NOT_FOUND = Instant.parse("2026-11-23T09:59:00.456Z");
    private static final SearchProgress HALFWAY = new SearchProgress(BEGAN, 3, 200, true, true, List.of(5L, 6L), List.of(1L, 2L),
            List.of(3L, 4L), List.of(3L), NOT_FOUND);

    static Stream<Arguments> progress() {
        return Stream.of(arguments(SearchProgress.NONE), arguments(HALFWAY), arguments(HALFWAY.complete()),
                arguments(HALFWAY.offering()), arguments(HALFWAY.declined()));
    }

    @ParameterizedTest
    @MethodSource("progress")
    void isReadAsItWasWritten(SearchProgress progress) {
        assertEquals(progress, SearchProgress.parse(progress.text()));
    }

    @Test
    void aKeyWithoutProgressHasNone() {
        assertEquals(SearchProgress.NONE, SearchProgress.parse(null));
    }

    @Test
    void aSearchSinceTheAttemptHasSettledIsContinued() {
        assertEquals(HALFWAY, HALFWAY.settledBy(NOT_FOUND));
        assertEquals(NOT_FOUND, HALFWAY.settledBy(NOT_FOUND).notFound());
        assertNull(HALFWAY.settledBy(NOT_FOUND.plusMillis(1)).notFound());
        assertEquals(3, HALFWAY.settledBy(BEGAN).page());
    }

    /** What was read about documents stays true. */
    @Test
    void aSearchThatBeganEarlierProvesNothingButKeepsTheDocuments() {
        assertEquals(new SearchProgress(null, 1, 0, false, false, List.of(), List.of(1L, 2L), List.of(3L, 4L), List.of(3L), null),
                HALFWAY.settledBy(BEGAN.plusMillis(1)));
    }

    @Test
    void theFirstCompleteSearchWithoutAResultCounts() {
        assertEquals(NOT_FOUND, HALFWAY.complete().notFound());
        assertEquals(BEGAN, progress(0, List.of(), null).complete().notFound());
        assertNull(HALFWAY.complete().began());
    }

    @Test
    void candidatesAreReportedByASearchThatMayBeIncomplete() {
        assertEquals(List.of(3L, 4L), HALFWAY.offering().offered());
        assertEquals(BEGAN, progress(0, List.of(), null).offering().notFound());
        assertNull(progress(2, List.of(), null).offering().notFound());
        assertNull(progress(0, List.of(5L), null).offering().notFound());
    }

    @Test
    void onlyReportedCandidatesAreDeclined() {
        assertEquals(new SearchProgress(null, 1, 0, false, false, List.of(), List.of(1L, 2L, 3L), List.of(4L), List.of(), NOT_FOUND),
                HALFWAY.declined());
    }

    private static SearchProgress progress(int page, List<Long> open, Instant notFound) {
        return new SearchProgress(BEGAN, page, 200, true, true, open, List.of(), List.of(3L), List.of(), notFound);
    }
}
