package io.stockroom.lists;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StablePaginationTest {

    private final Random fixedRandom = new Random(1);

    static IntStream seeds() {
        return IntStream.rangeClosed(1, 150);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void losesAndRepeatsNothingWhileOthersBook(int seed) {
        Random random = new Random(seed);
        int size = random.nextInt(600);
        int count = 5 + random.nextInt(40);
        ShiftingRows rows = new ShiftingRows(size, random).bookedWhileRead(random.nextInt(3) * 0.15);

        List<Long> found = follow(rows, count, 100 + random.nextInt(1000), () -> {
            for (int i = random.nextInt(4) * random.nextInt(count); i > 0; i--) {
                rows.book();
            }
        });

        assertSame(LongStream.rangeClosed(1, size).boxed().toList(), found.stream().filter(id -> id <= size).toList(), "seed " + seed);
        assertEquals(found.size(), new HashSet<>(found).size(), "seed " + seed);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void returnsUnchangedRowsOnceWhileOthersAreDeletedAndMovedBetweenResponses(int seed) {
        Random random = new Random(seed);
        int size = 200 + random.nextInt(400);
        int count = 5 + random.nextInt(40);
        ShiftingRows rows = new ShiftingRows(size, random);

        List<Long> found = follow(rows, count, 400 + random.nextInt(1000), () -> {
            for (int i = random.nextInt(20); i > 0; i--) {
                rows.delete();
                rows.book();
                if (random.nextInt(10) == 0) {
                    rows.move();
                }
            }
        });

        assertSame(LongStream.rangeClosed(1, size).boxed().filter(id -> !rows.disturbed.contains(id)).toList(),
                found.stream().filter(id -> !rows.disturbed.contains(id)).toList(), "seed " + seed);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 19, 20, 21, 999, 1000, 1001, 2000, 2999, 6000})
    void returnsAnyNumberOfRowsInOrder(int size) {
        assertSame(LongStream.rangeClosed(1, size).boxed().toList(), follow(new ShiftingRows(size, fixedRandom), 1000, 1 << 20, () -> {}),
                size + " rows");
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 100, 1000})
    void endsPaginationThatNeverEnds(int count) {
        ShiftingRows rows = new ShiftingRows(3 * count, fixedRandom);
        assertEquals(count, follow((page, any) -> rows.rows(1, count), count, 1 << 20, () -> {}).size());
        assertEquals(3 * count, follow((page, any) -> rows.rows(Math.min(3, page), count), count, 1 << 20, () -> {}).size());
        assertTrue(rows.calls.get() < 1000, rows.calls + " calls");
    }

    @Test
    void cursorExpiresIfAllItsRowsAreDeleted() {
        ShiftingRows rows = new ShiftingRows(500, fixedRandom);
        Cursor cursor = next(rows, null, 50, 500, new ArrayList<>());
        rows.delete(cursor.anchor());

        assertThrows(CursorExpiredException.class, () -> next(rows, cursor, 50, 500, new ArrayList<>()));
    }

    @Test
    void findsPositionOfCursorFarBehindTheEndInFewCalls() {
        ShiftingRows rows = new ShiftingRows(500, fixedRandom);
        List<Long> found = new ArrayList<>();
        next(rows, new Cursor(9_999_999, 50, 0, List.of(490L)), 50, 500, found);

        assertEquals(LongStream.rangeClosed(491, 500).boxed().toList(), found);
        assertTrue(rows.calls.get() < 40, rows.calls + " calls");
    }

    /** Reports the lost and repeated rows instead of all rows. */
    private static void assertSame(List<Long> expected, List<Long> found, String message) {
        List<Long> lost = new ArrayList<>(expected);
        lost.removeAll(new HashSet<>(found));
        List<Long> repeated = new ArrayList<>(found);
        new HashSet<>(found).forEach(repeated::remove);
        assertEquals("lost [] repeated []", "lost " + lost + " repeated " + repeated, message);
        assertTrue(expected.equals(found), () -> message + ": the order is not kept");
    }

    private static List<Long> follow(PrefetchingPages.Source source, int count, int maxBytes, Runnable meanwhile) {
        List<Long> found = new ArrayList<>();
        Cursor cursor = null;
        do {
            cursor = next(source, cursor, count, maxBytes, found);
            meanwhile.run();
        } while (cursor != null);
        return found;
    }

    private static Cursor next(PrefetchingPages.Source source, Cursor cursor, int count, int maxBytes, List<Long> found) {
        return RowWriters.write(source, cursor, count, maxBytes, found);
    }
}
