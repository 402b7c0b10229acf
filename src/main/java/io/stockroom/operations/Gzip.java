package io.stockroom.operations;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Compresses with gzip: a DynamoDB item and a message of SQS may be much smaller than what they contain. */
public final class Gzip {

    private Gzip() {
    }

    static byte[] compress(String text) {
        return compress(text.getBytes(UTF_8));
    }

    public static byte[] compress(byte[] bytes) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return compressed.toByteArray();
    }

    static String decompress(InputStream compressed) {
        return new String(decompressBytes(compressed), UTF_8);
    }

    /** @throws UncheckedIOException if the bytes are not compressed with gzip */
    public static byte[] decompressBytes(InputStream compressed) {
        try (GZIPInputStream gzip = new GZIPInputStream(compressed)) {
            return gzip.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
