package io.stockroom.aws;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The body of a request. It is read twice, for its hash and to be sent, and again with each retry. */
public interface Payload {

    /** Returns the number of bytes. */
    long length() throws IOException;

    /** Opens it at its first byte. Whoever opens it closes the stream. */
    InputStream open() throws IOException;

    static Payload of(byte[] bytes) {
        return new Payload() {

            @Override
            public long length() {
                return bytes.length;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }
        };
    }

    /** Returns the content of a file, which is never in memory as a whole. */
    static Payload of(Path file) {
        return new Payload() {

            @Override
            public long length() throws IOException {
                return Files.size(file);
            }

            @Override
            public InputStream open() throws IOException {
                return Files.newInputStream(file);
            }
        };
    }
}
