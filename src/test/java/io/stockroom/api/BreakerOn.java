package io.stockroom.api;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** The breaker as it is by default, but for a shorter rest; the other tests have it off. */
public class BreakerOn implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("altegio.breaker.failures", "60", "altegio.breaker.rest", "PT2S");
    }
}
