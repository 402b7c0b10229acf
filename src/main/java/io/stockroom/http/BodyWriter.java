package io.stockroom.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;

/**
 * The body of a response while it is written: UTF-8 text, or gzip in Base64 if the caller accepts it and the body is large enough.
 * Tracks the size of the body within the event that Lambda passes on, which is what Lambda limits.
 */
public final class BodyWriter {

    private static final int COMPRESSION_THRESHOLD = 1024;
    private static final int BUFFER_BYTES = 16_384;
    /** Output within 2 % of the default level's, in two thirds of its time: a small function has a fraction of a vCPU. */
    private static final int COMPRESSION_LEVEL = 5;
    /** What a block, its end and the trailer add to incompressible data, and what Base64 buffers. */
    private static final int OVERHEAD = 64;

    private final boolean gzip;
    private final ByteArrayOutputStream sink = new ByteArrayOutputStream();
    private OutputStream compressor;
    private long plain;
    private long unflushed;

    /** @param gzip whether the caller accepts gzip */
    public BodyWriter(boolean gzip) {
        this.gzip = gzip;
    }

    /** Returns whether the body, with these bytes appended, takes at most so many bytes of the event. */
    public boolean fits(byte[] bytes, long max) {
        if (!compresses(bytes)) {
            return plain + escapedSize(bytes) <= max;
        }
        if (maxSize(bytes.length) > max && unflushed > 0 && compressor != null) {
            unchecked(compressor::flush);
            unflushed = 0;
        }
        return maxSize(bytes.length) <= max;
    }

    public void write(byte[] bytes) {
        if (compressor == null && compresses(bytes)) {
            byte[] before = sink.toByteArray();
            sink.reset();
            unchecked(() -> {
                compressor = new Gzip(Base64.getEncoder().wrap(sink));
                compressor.write(before);
            });
            unflushed = before.length;
        }
        if (compressor == null) {
            sink.writeBytes(bytes);
            plain += escapedSize(bytes);
        } else {
            unchecked(() -> compressor.write(bytes));
            unflushed += bytes.length;
        }
    }

    boolean isCompressed() {
        return compressor != null;
    }

    /** Returns the body for the event, in Base64 if it is compressed. Nothing can be written after that. */
    String end() {
        if (compressor != null) {
            unchecked(compressor::close);
        }
        return sink.toString(compressor == null ? UTF_8 : ISO_8859_1);
    }

    private boolean compresses(byte[] bytes) {
        return compressor != null || (gzip && sink.size() + bytes.length > COMPRESSION_THRESHOLD);
    }

    /** Returns the maximum size with so many more bytes: what is not flushed yet may turn out to be incompressible. */
    private long maxSize(int more) {
        long raw = more + (compressor == null ? sink.size() : unflushed);
        return (compressor == null ? 0 : sink.size()) + (raw + raw / 1000 + OVERHEAD) * 4 / 3 + 4;
    }

    /** Returns the size of this text in a JSON string by Jackson, which writes 4 bytes beyond the BMP as two escapes of 6. */
    private static long escapedSize(byte[] text) {
        long size = text.length;
        for (byte each : text) {
            if (each == '"' || each == '\\' || (each >= '\b' && each <= '\r' && each != 0x0b)) {
                size++;
            } else if (each >= 0 && each < ' ') {
                size += 5;
            } else if ((each & 0xf8) == 0xf0) {
                size += 8;
            }
        }
        return size;
    }

    private static void unchecked(Write write) {
        try {
            write.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private interface Write {
        void run() throws IOException;
    }

    /** Writes everything compressed so far on {@code flush()}. */
    private static final class Gzip extends GZIPOutputStream {
        Gzip(OutputStream out) throws IOException {
            super(out, BUFFER_BYTES, true);
            def.setLevel(COMPRESSION_LEVEL);
        }
    }
}
