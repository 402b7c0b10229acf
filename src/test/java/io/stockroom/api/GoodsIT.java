package io.stockroom.api;

import io.stockroom.Slow;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;

@Slow
class GoodsIT extends GoodsContract {

    @RegisterExtension
    static final PackagedStack STACK = PackagedStack.with(Map.of("STOCKROOM_SEARCH_ANSWER_SIZE", String.valueOf(RESPONSE_SIZE)));
}
