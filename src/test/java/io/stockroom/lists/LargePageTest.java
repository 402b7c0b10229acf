package io.stockroom.lists;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A page with more rows than Altegio returns at once consists of several of its pages. */
class LargePageTest {

    private static final int ROWS = 5300;

    private final AtomicInteger calls = new AtomicInteger();

    @ParameterizedTest
    @CsvSource({"1001, 1000", "1500, 1000", "2000, 1000", "2500, 1000", "5300, 1000", "50000, 1000", "1001, 250", "1777, 200", "2500, 300",
            "50000, 25", "3001, 999"})
    void pagesOfAnySizeContainEachRowOnce(int count, int limit) {
        List<Long> all = new ArrayList<>();
        for (int page = 1; page <= (ROWS + count - 1) / count; page++) {
            List<Long> found = new ArrayList<>();
            assertNull(RowWriters.writeLarge(limited(limit), null, page, count, 1 << 20, found));
            assertEquals(Math.min(count, ROWS - (page - 1L) * count), found.size(), "page " + page);
            all.addAll(found);
        }
        assertEquals(LongStream.rangeClosed(1, ROWS).boxed().toList(), all);
    }

    @ParameterizedTest
    @CsvSource({"1, 2500, 1000, 3000", "2, 2500, 1000, 3000", "2, 2500, 1000, 3005", "3, 2100, 1000, 3000", "1, 50000, 1000, 3000",
            "2, 1777, 200, 700",
            "2, 2500, 300, 1200"})
    void partsOfAPageContainEachRowOnce(int page, int count, int limit, int maxBytes) {
        List<Long> found = new ArrayList<>();
        Cursor cursor = null;
        int parts = 0;
        do {
            cursor = RowWriters.writeLarge(limited(limit), cursor, page, count, maxBytes, found);
            parts++;
        } while (cursor != null);

        assertEquals(LongStream.rangeClosed((page - 1L) * count + 1, Math.min(ROWS, (long) page * count)).boxed().toList(), found);
        assertTrue(parts > 1, parts + " parts");
    }

    @ParameterizedTest
    @CsvSource({"1, 2000, 2", "2, 2000, 2", "1, 1500, 2", "1, 50000, 7", "4, 2000, 1", "1000000, 1000000, 1"})
    void readsNoMoreOfAltegiosPagesThanItNeeds(int page, int count, int expectedCalls) {
        RowWriters.writeLarge(limited(1000), null, page, count, 1 << 20, new ArrayList<>());

        assertEquals(expectedCalls, calls.get());
    }

    /** The last page of Altegio's is also short; that its size may be a limit costs two calls. */
    @Test
    void aShortPageMayBeTheLast() {
        List<Long> found = new ArrayList<>();
        RowWriters.writeLarge(limited(1000), null, 3, 2600, 1 << 20, found);

        assertEquals(LongStream.rangeClosed(5201, ROWS).boxed().toList(), found);
        assertTrue(calls.get() <= 3, calls + " calls");
    }

    private PrefetchingPages.Source limited(int limit) {
        return (page, count) -> {
            calls.incrementAndGet();
            int size = Math.min(count, limit);
            return LongStream.rangeClosed((page - 1L) * size + 1, Math.min(ROWS, (long) page * size)).boxed()
                    .map(id -> new EncodedRow(id, (id + "\n").getBytes(UTF_8), 100)).toList();
        };
    }
}
