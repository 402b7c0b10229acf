package io.stockroom.transactions;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much a search does for one request. */
@ConfigMapping(prefix = "stockroom.search")
public interface SearchConfig {

    /** Rows that are asked of Altegio at once when everything is wanted, unless the request says how many. */
    @WithDefault("1000")
    int pageSize();

    /** Pages that are on their way at once when everything is wanted. */
    @WithDefault("5")
    int fetchAhead();

    /** Bytes that the body may take of the event. Lambda allows 6,291,556 for all of it; the rest is for headers and links. */
    @WithDefault("6225920")
    long answerSize();

    /** Kept of the function's time to write the answer once no more rows are asked for. */
    @WithDefault("PT2S")
    Duration reserve();
}
