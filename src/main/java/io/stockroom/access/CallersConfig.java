package io.stockroom.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.util.Map;
import java.util.Optional;

/** The callers with keys, in one document or in settings by the caller's name. {@link CallerEntries} reads and checks the texts. */
@ConfigMapping(prefix = "stockroom.callers")
public interface CallersConfig {

    /** The content of the callers' secret: a JSON object with an object for each caller; its fields are those below. */
    Optional<String> secret();

    /** The settings of each caller by its name, such as {@code STOCKROOM_CALLERS_SHOP_KEY}. */
    @WithParentName
    Map<String, Settings> byName();

    /** One caller. */
    interface Settings {

        /** What the caller sends as {@code Bearer} token. */
        Optional<String> key();

        /** Exchanged with the password for a user token; a caller without them sends its key only. */
        Optional<String> login();

        Optional<String> password();

        /** The IDs of the locations that the caller may use, separated by commas. */
        Optional<String> locations();

        /** The caller's rights, separated by commas: {@code read}, {@code book}. */
        Optional<String> may();
    }
}
