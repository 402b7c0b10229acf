package io.stockroom.exports;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class IdSetTest {

    @Test
    void containsEachIdOnceInAscendingOrder() {
        IdSet set = IdSet.of(5, 3, 5, Long.MAX_VALUE, 1);

        assertArrayEquals(new long[] {1, 3, 5, Long.MAX_VALUE}, set.stream().toArray());
        assertTrue(set.contains(3));
        assertFalse(set.contains(4));
    }

    @Test
    void combinesSets() {
        IdSet one = IdSet.of(1, 2, 3);
        IdSet other = IdSet.of(3, 4);

        assertEquals(IdSet.of(1, 2, 3, 4), one.union(other));
        assertEquals(IdSet.of(1, 2), one.without(other));
        assertEquals(IdSet.of(3), one.intersection(other));
        assertEquals(IdSet.EMPTY, IdSet.union(List.of()));
    }

    @Test
    void isSplitIntoChunks() {
        assertEquals(List.of(IdSet.of(1, 2), IdSet.of(3)), IdSet.of(1, 2, 3).chunks(2));
        assertEquals(List.of(IdSet.of(1, 2)), IdSet.of(1, 2).chunks(2));
        assertEquals(List.of(), IdSet.EMPTY.chunks(2));
    }

    @Test
    void isTheSameAfterItWasStored() {
        Random random = new Random(1);
        List.of(IdSet.EMPTY, IdSet.of(0), IdSet.of(127, 128, 16_383, 16_384), IdSet.of(1, Long.MAX_VALUE), IdSet.of(-5, 5),
                IdSet.of(Long.MIN_VALUE, -1, Long.MAX_VALUE), IdSet.of(random.longs(1000).toArray()))
                .forEach(set -> assertEquals(set, IdSet.decoded(set.encoded())));
    }

    @Test
    void aChunkFitsIntoAnItemOfDynamoDbByFar() {
        IdSet sparse = IdSet.of(LongStream.range(0, ExportIds.CHUNK_SIZE).map(i -> 1_825_600_000L + i * 5_000_000).toArray());

        assertTrue(sparse.encoded().length <= 80_010, () -> sparse.encoded().length + " bytes");
    }
}
