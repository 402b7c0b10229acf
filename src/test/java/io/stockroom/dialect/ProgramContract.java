package io.stockroom.dialect;

import io.quarkus.test.common.http.TestHTTPResource;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;

/** Base of tests that send what programs written for Altegio send, and compare what they receive with what Altegio sent. */
abstract class ProgramContract {

    /** URL of the API; injected by Quarkus, or set by {@link RecordedStack}. */
    @TestHTTPResource
    URI api;

    /** Injected by itself, or set by {@link RecordedStack}. */
    RecordingAltegio altegio;

    @BeforeEach
    void resetAltegio() {
        altegio.reset();
    }
}
