package io.stockroom.api;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** The circuit breaker with its default failure rate and a shorter open duration; the other tests turn it off. */
public class CircuitBreakerEnabled implements QuarkusTestProfile {

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("altegio.circuit-breaker.failure-rate", "60", "altegio.circuit-breaker.open-duration", "PT2S");
    }
}
