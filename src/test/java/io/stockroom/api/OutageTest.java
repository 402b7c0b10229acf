package io.stockroom.api;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

@QuarkusTest
@TestProfile(BreakerOn.class)
@QuarkusTestResource(SandboxResource.class)
class OutageTest extends OutageContract {

    @TestHTTPResource
    URI api;

    @ConfigProperty(name = "sandbox.root")
    String sandbox;

    @Override
    URI api() {
        return api;
    }

    @Override
    String sandbox() {
        return sandbox;
    }
}
