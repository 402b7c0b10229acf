package io.stockroom.lists;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Altegio may return fewer rows per page than requested. Whatever its maximum is, no row is lost, and the end costs one call at most. */
class PageLimitTest {

    private static final int ROWS = 620;
    private static final List<Long> EXPECTED = LongStream.rangeClosed(1, ROWS).boxed().toList();

    private final AtomicInteger calls = new AtomicInteger();

    @Test
    void exportIsCompleteWithAnyLimitAndCostsOneMoreCallAtMost() {
        for (int limit = 1; limit <= 1000; limit++) {
            calls.set(0);
            List<Long> found = new ArrayList<>();

            assertNull(RowWriters.write(limited(ROWS, limit), null, 1000, 1 << 20, 0, found));
            assertEquals(EXPECTED, found, "limit " + limit);
            int size = Math.min(limit, ROWS);
            assertEquals(ROWS / size + 1, calls.get(), "calls with limit " + limit);
        }
    }

    @Test
    void exportIsCompleteWithAnyLimitInPartsAndWithPrefetching() {
        for (int limit = 1; limit <= 1000; limit += limit < 100 ? 1 : 37) {
            List<Long> found = new ArrayList<>();
            Cursor cursor = null;
            do {
                cursor = RowWriters.write(limited(ROWS, limit), cursor, 1000, 700, 5, found);
            } while (cursor != null);
            assertEquals(EXPECTED, found, "limit " + limit);
        }
    }

    @ParameterizedTest
    @CsvSource({"0,1", "1,2", "999,2", "1000,2", "1001,2", "1999,2", "2000,3"})
    void unlimitedAltegioGetsOneMoreCallAtMost(int rows, int expectedCalls) {
        List<Long> found = new ArrayList<>();

        RowWriters.write(limited(rows, 1000), null, 1000, 1 << 20, 0, found);
        assertEquals(rows, found.size());
        assertEquals(expectedCalls, calls.get());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 200})
    void endsSoonIfAltegioIgnoresThePage(int rows) {
        PrefetchingPages.Source limited = limited(rows, 1000);
        List<Long> found = new ArrayList<>();

        RowWriters.write((page, count) -> limited.rows(1, count), null, 1000, 1 << 20, 5, found);
        assertEquals(rows, found.size());
        assertTrue(calls.get() < 25, calls + " calls");
    }

    @Test
    void singlePageIsOnlyKnownToBeTheLastIfItIsEmpty() {
        assertFalse(isLast(1, 100), "full");
        assertFalse(isLast(7, 100), "short");
        assertTrue(isLast(8, 100), "empty");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20, 1000})
    void searchForTheRowsOfACursorTakesALimitedNumberOfCalls(int count) {
        Cursor gone = new Cursor(500, count, 0, List.of(999_999L));

        assertThrows(CursorExpiredException.class,
                () -> RowWriters.write(limited(5000, 1000), gone, count, 1 << 20, 5, new ArrayList<>()));
        assertTrue(calls.get() <= 41 + 9, calls + " calls");
    }

    @Test
    void rowsOfACursorAreFoundTwentyPagesAway() {
        List<Long> found = new ArrayList<>();

        RowWriters.write(limited(ROWS, 1000), new Cursor(580, 1, 0, List.of(600L)), 1, 1 << 20, 0, found);
        assertEquals(LongStream.rangeClosed(601, ROWS).boxed().toList(), found);
    }

    private boolean isLast(int page, int count) {
        try (PrefetchingPages pages = new PrefetchingPages(limited(ROWS, 1000), 0, 0, count)) {
            StablePagination pagination = StablePagination.single(pages, page, count);
            pagination.next();
            return pagination.isAtEnd();
        }
    }

    private PrefetchingPages.Source limited(int rows, int limit) {
        return (page, count) -> {
            calls.incrementAndGet();
            int size = Math.min(count, limit);
            return LongStream.rangeClosed((page - 1L) * size + 1, Math.min(rows, (long) page * size)).boxed()
                    .map(id -> new EncodedRow(id, (id + "\n").getBytes(UTF_8), 100)).toList();
        };
    }
}
