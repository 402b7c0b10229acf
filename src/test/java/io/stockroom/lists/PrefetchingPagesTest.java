package io.stockroom.lists;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrefetchingPagesTest {

    private static final int COUNT = 10;
    private static final int READ = 6;

    private final AtomicInteger calls = new AtomicInteger();

    @Test
    void requestsSmallerPagesAfterOneThatExceedsTheLimit() {
        List<Integer> counts = Collections.synchronizedList(new ArrayList<>());
        List<Long> found = new ArrayList<>();
        PrefetchingPages.Source source = (page, count) -> {
            counts.add(count);
            return LongStream.rangeClosed((page - 1L) * count + 1, Math.min(3000, (long) page * count)).boxed()
                    .map(id -> new EncodedRow(id, null, 60_000)).toList();
        };
        try (PrefetchingPages pages = new PrefetchingPages(source, 5, 8_000_000, 1000)) {
            StablePagination pagination = StablePagination.all(pages, 1000, 1);
            for (Page page = pagination.next(); page != null; page = pagination.next()) {
                found.addAll(page.ids());
            }
        }

        assertEquals(LongStream.rangeClosed(1, 3000).boxed().toList(), found);
        assertEquals(List.of(1000, 500, 250, 125), counts.stream().distinct().toList());
    }

    /** After six pages, up to five more are requested: as many as fit into the limit. */
    @ParameterizedTest
    @CsvSource({"1000,1000000,5", "1000,30000,3", "1000,10000,1", "0,0,5"})
    void requestsOnlyAsManyPagesAtOnceAsFitIntoTheLimit(long rowSize, long maxBytes, int ahead) throws InterruptedException {
        List<EncodedRow> rows = Collections.nCopies(COUNT, new EncodedRow(1L, null, rowSize));
        try (PrefetchingPages pages = new PrefetchingPages((page, count) -> {
            calls.incrementAndGet();
            return rows;
        }, 5, maxBytes, COUNT)) {
            for (int i = 0; i < READ; i++) {
                pages.next();
            }
            for (int i = 0; i < 100 && calls.get() < READ + ahead; i++) {
                Thread.sleep(20);
            }
            Thread.sleep(50);
            assertEquals(READ + ahead, calls.get());
        }
    }
}
