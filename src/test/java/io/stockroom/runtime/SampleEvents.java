package io.stockroom.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The events under {@code src/test/events}, which also work with {@code sam local invoke -e}. */
public final class SampleEvents {

    private SampleEvents() {
    }

    /** Returns the event for the function with that handler name. */
    public static String of(String handler) {
        try {
            return Files.readString(Path.of("src/test/events", handler + ".json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
