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

    /**
     * The number of rows per page that Stockroom requests from Altegio if all pages are requested, unless the request specifies a count.
     */
    @WithDefault("" + Altegio.MAX_PAGE_SIZE)
    int pageSize();

    /** The maximum number of pages that are requested concurrently if all are requested, as with {@code all=true}. */
    @WithDefault("5")
    int fetchAhead();

    /**
     * The maximum size of the pages that are requested concurrently, in bytes, estimated from the previous ones; after a larger page,
     * smaller ones are requested. While it is read, a response needs up to four times its size in memory.
     */
    @WithDefault("16777216")
    long fetchAheadBytes();

    /**
     * The maximum size of a response body, in bytes as Lambda counts them: escaped or in Base64. Lambda allows 6,291,556 bytes for the
     * whole event; the rest is for headers and links.
     */
    @WithDefault("" + MAX_RESPONSE_SIZE)
    @WithName("answer-size")
    long responseSize();

    /** The time that is reserved at the end of an invocation to write the response after the last request to Altegio. */
    @WithDefault("PT2S")
    Duration reserve();
}
