package io.stockroom.api;

import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;

class GoodsIT extends GoodsContract {

    @RegisterExtension
    static final PackagedStack STACK = PackagedStack.with(Map.of("STOCKROOM_SEARCH_ANSWER_SIZE", String.valueOf(RESPONSE_SIZE)));
}
