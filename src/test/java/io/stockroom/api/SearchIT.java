package io.stockroom.api;

import io.stockroom.Slow;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;

@Slow
class SearchIT extends SearchContract {

    @RegisterExtension
    static final PackagedStack STACK = PackagedStack.with(Map.of("STOCKROOM_SEARCH_ANSWER_SIZE", String.valueOf(RESPONSE_SIZE),
            "STOCKROOM_SEARCH_PAGE_SIZE", String.valueOf(PAGE_SIZE), "ALTEGIO_TIMEOUT", TIMEOUT));
}
