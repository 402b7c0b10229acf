package io.stockroom.api;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** Limits a response to far less than Lambda does, so that lists are returned in parts. */
public class SmallResponses implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("stockroom.search.answer-size", String.valueOf(SearchContract.RESPONSE_SIZE), "stockroom.search.page-size",
                String.valueOf(SearchContract.PAGE_SIZE), "altegio.timeout", SearchContract.TIMEOUT);
    }
}
