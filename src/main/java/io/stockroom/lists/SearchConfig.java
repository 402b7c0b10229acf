package io.stockroom.lists;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import io.stockroom.altegio.Altegio;
import java.time.Duration;

/** Limits of one request for a list. */
@ConfigMapping(prefix = "stockroom.search")
public interface SearchConfig {

    /** Lambda allows 6,291,556 bytes for the whole event; the rest is for headers and links. */
    int MAX_RESPONSE_SIZE = 6_225_920;

    /** Rows per page of Altegio if all pages are requested, unless the request specifies a count. */
    @WithDefault("" + Altegio.MAX_PAGE_SIZE)
    int pageSize();

    /** Pages that are fetched at once if all pages are requested. */
    @WithDefault("5")
    int fetchAhead();

    /**
     * How many bytes of Altegio's responses may be fetched ahead in total. While it is read, a response needs up to four times its size
     * in memory.
     */
    @WithDefault("16777216")
    long fetchAheadBytes();

    /** Maximum size of the body within the event, in bytes. */
    @WithDefault("" + MAX_RESPONSE_SIZE)
    @WithName("answer-size")
    long responseSize();

    /** Part of the timeout reserved to write the response after the last request to Altegio. */
    @WithDefault("PT2S")
    Duration reserve();
}
