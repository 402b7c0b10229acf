package io.stockroom.exports;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.LongStream;

/** A set of ids, 8 bytes each in memory and about 2 in storage. */
final class IdSet {

    static final IdSet EMPTY = new IdSet(new long[0]);

    private static final int BITS = 7;
    private static final int MORE = 1 << BITS;

    /** In ascending order, each once. */
    private final long[] ids;

    private IdSet(long[] ids) {
        this.ids = ids;
    }

    static IdSet of(long... ids) {
        return new IdSet(Arrays.stream(ids).sorted().distinct().toArray());
    }

    static IdSet union(Collection<IdSet> sets) {
        return of(sets.stream().flatMapToLong(set -> Arrays.stream(set.ids)).toArray());
    }

    IdSet union(IdSet other) {
        return union(List.of(this, other));
    }

    IdSet without(IdSet others) {
        return new IdSet(stream().filter(id -> !others.contains(id)).toArray());
    }

    IdSet intersection(IdSet others) {
        return new IdSet(stream().filter(others::contains).toArray());
    }

    boolean contains(long id) {
        return Arrays.binarySearch(ids, id) >= 0;
    }

    int size() {
        return ids.length;
    }

    boolean isEmpty() {
        return ids.length == 0;
    }

    LongStream stream() {
        return Arrays.stream(ids);
    }

    /** Returns the set in chunks of at most so many ids. */
    List<IdSet> chunks(int size) {
        List<IdSet> chunks = new ArrayList<>();
        for (int start = 0; start < ids.length; start += size) {
            chunks.add(new IdSet(Arrays.copyOfRange(ids, start, Math.min(start + size, ids.length))));
        }
        return chunks;
    }

    /** Returns the differences between neighbors, seven bits in a byte, the lowest ones first. */
    byte[] encoded() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        long previous = 0;
        for (long id : ids) {
            long difference = id - previous;
            while (difference >= MORE || difference < 0) {
                bytes.write((int) (difference & (MORE - 1)) | MORE);
                difference >>>= BITS;
            }
            bytes.write((int) difference);
            previous = id;
        }
        return bytes.toByteArray();
    }

    static IdSet decoded(byte[] bytes) {
        LongStream.Builder ids = LongStream.builder();
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        long previous = 0;
        while (buffer.hasRemaining()) {
            long difference = 0;
            int shift = 0;
            byte each;
            do {
                each = buffer.get();
                difference |= (long) (each & (MORE - 1)) << shift;
                shift += BITS;
            } while ((each & MORE) != 0);
            previous += difference;
            ids.add(previous);
        }
        return new IdSet(ids.build().toArray());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IdSet set && Arrays.equals(ids, set.ids);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(ids);
    }

    @Override
    public String toString() {
        return Arrays.toString(ids);
    }
}
