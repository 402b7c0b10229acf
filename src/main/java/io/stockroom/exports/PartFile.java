package io.stockroom.exports;

import io.stockroom.lists.EncodedRow;
import io.stockroom.lists.RowSink;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;
import java.util.zip.GZIPOutputStream;

/**
 * One object while it is written: lines of JSON, compressed to a temporary file, so that memory need not hold the whole. Rows without
 * bytes count, but are not written.
 */
final class PartFile implements RowSink, AutoCloseable {

    private static final int BUFFER_BYTES = 16_384;

    private final long maxBytes;
    private final int maxRows;
    private final Runnable beforeEachRow;
    private final Path path;
    private final Counter compressed;
    private final OutputStream lines;
    private final LongStream.Builder ids = LongStream.builder();
    private int rows;
    private int written;

    /**
     * @param maxBytes      about how large the file may get
     * @param maxRows       how many rows it takes, those that are not written included
     * @param beforeEachRow renews what must not end while rows arrive
     */
    PartFile(long maxBytes, int maxRows, Runnable beforeEachRow) {
        this.maxBytes = maxBytes;
        this.maxRows = maxRows;
        this.beforeEachRow = beforeEachRow;
        try {
            this.path = Files.createTempFile("part", ".gz");
            this.compressed = new Counter(Files.newOutputStream(path));
            this.lines = new BufferedOutputStream(new GZIPOutputStream(compressed, BUFFER_BYTES), BUFFER_BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean write(EncodedRow row) {
        if (rows == maxRows || compressed.bytes >= maxBytes) {
            return false;
        }
        beforeEachRow.run();
        rows++;
        if (row.id() != null) {
            ids.add(row.id());
        }
        if (row.bytes().length > 0) {
            write(row.bytes());
        }
        return true;
    }

    /** Writes a line. */
    void write(byte[] line) {
        try {
            lines.write(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        written++;
    }

    /** Returns how many rows were written. */
    int written() {
        return written;
    }

    /** Returns the ids of all rows, those that were not written included. Can be called once. */
    IdSet ids() {
        return IdSet.of(ids.build().toArray());
    }

    /** Ends the file and returns it. Nothing can be written after that. */
    Path finished() {
        try {
            lines.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return path;
    }

    /** Deletes the file. */
    @Override
    public void close() {
        try {
            lines.close();
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Counter extends OutputStream {

        private final OutputStream out;
        private long bytes;

        private Counter(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int each) throws IOException {
            out.write(each);
            bytes++;
        }

        @Override
        public void write(byte[] some, int offset, int length) throws IOException {
            out.write(some, offset, length);
            bytes += length;
        }

        @Override
        public void close() throws IOException {
            out.close();
        }
    }
}
