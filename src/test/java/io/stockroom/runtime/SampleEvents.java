package io.stockroom.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The events under {@code src/test/events}, which {@code sam local invoke -e} takes too. */
public final class SampleEvents {

    private SampleEvents() {
    }

    /** The event for the function of that handler name. */
    public static String of(String handler) {
        try {
            return Files.readString(Path.of("src/test/events", handler + ".json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
