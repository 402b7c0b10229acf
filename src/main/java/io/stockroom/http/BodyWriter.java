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
 * The body of an answer while it grows: UTF-8 text, or gzip in Base64 where the caller takes it and it is worth it.
 * Knows what it costs within the event that Lambda hands on, which is what Lambda limits.
 */
public final class BodyWriter {

    private static final int WORTH_COMPRESSING = 1024;
    private static final int BUFFER = 16_384;
    /** As small as the default within 2 %, in two thirds of its time: a small function has a fraction of a processor. */
    private static final int LEVEL = 5;
    /** What a block, its end and the trailer add to data that can't be compressed, and what Base64 holds back. */
    private static final int OVERHEAD = 64;

    private final boolean gzip;
    private final ByteArrayOutputStream sink = new ByteArrayOutputStream();
    private OutputStream compressor;
    private long plain;
    private long unflushed;

    /** @param gzip whether the caller takes gzip */
    public BodyWriter(boolean gzip) {
        this.gzip = gzip;
    }

    /** Whether the body, with these bytes at its end, costs no more than so many bytes of the event. */
    public boolean fits(byte[] bytes, long most) {
        if (!compresses(bytes)) {
            return plain + escaped(bytes) <= most;
        }
        if (bound(bytes.length) > most && unflushed > 0 && compressor != null) {
            unchecked(compressor::flush);
            unflushed = 0;
        }
        return bound(bytes.length) <= most;
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
            plain += escaped(bytes);
        } else {
            unchecked(() -> compressor.write(bytes));
            unflushed += bytes.length;
        }
    }

    boolean isCompressed() {
        return compressor != null;
    }

    /** The body as the event has it; in Base64 when it is compressed. Nothing can be written after that. */
    String end() {
        if (compressor != null) {
            unchecked(compressor::close);
        }
        return sink.toString(compressor == null ? UTF_8 : ISO_8859_1);
    }

    private boolean compresses(byte[] bytes) {
        return compressor != null || gzip && sink.size() + bytes.length > WORTH_COMPRESSING;
    }

    /** What has been compressed is known; what is on its way may turn out to be incompressible. */
    private long bound(int more) {
        long raw = more + (compressor == null ? sink.size() : unflushed);
        return (compressor == null ? 0 : sink.size()) + (raw + raw / 1000 + OVERHEAD) * 4 / 3 + 4;
    }

    /** The bytes of this text within a JSON string as Jackson writes it: beyond the BMP as two escapes, 12 bytes for 4. */
    private static long escaped(byte[] text) {
        long size = text.length;
        for (byte each : text) {
            if (each == '"' || each == '\\' || each >= '\b' && each <= '\r' && each != 0x0b) {
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

    /** Flushes what it has when told to. */
    private static final class Gzip extends GZIPOutputStream {
        Gzip(OutputStream out) throws IOException {
            super(out, BUFFER, true);
            def.setLevel(LEVEL);
        }
    }
}
