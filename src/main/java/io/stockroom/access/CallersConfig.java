package io.stockroom.access;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.util.Map;
import java.util.Optional;

/** The callers with keys, in one document or in settings by the caller's name. {@link CallerEntries} reads and checks the texts. */
@ConfigMapping(prefix = "stockroom.callers")
public interface CallersConfig {

    /**
     * All callers in one JSON document, instead of the variables below or beside them: an object with an object for each caller, whose
     * fields are {@code key}, {@code locations}, {@code may}, {@code login} and {@code password}.
     */
    Optional<String> secret();

    /** The settings of each caller by its name, such as {@code STOCKROOM_CALLERS_SHOP_KEY}. */
    @WithParentName
    Map<String, Settings> byName();

    /** One caller. */
    interface Settings {

        /**
         * Required for each caller: what it sends as {@code Bearer} token. 20 to 200 characters, at least 10 different ones, without spaces
         * and commas; each caller has another key.
         */
        Optional<String> key();

        /**
         * For programs that log in with {@code POST /auth}, which exchanges it with the password for a user token. A caller without them
         * sends its key only.
         */
        Optional<String> login();

        /** The password of {@link Settings#login()}: set both or neither. */
        Optional<String> password();

        /** Required for each caller: the IDs of the locations that it may use, separated by commas. */
        Optional<String> locations();

        /**
         * Required for each caller: {@code read}, {@code book}, or {@code read,book}. A {@code GET} requires {@code read}, and everything
         * else {@code book}.
         */
        Optional<String> may();
    }
}
