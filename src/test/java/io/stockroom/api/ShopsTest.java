package io.stockroom.api;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;

@QuarkusTest
@QuarkusTestResource(SandboxResource.class)
class ShopsTest extends ShopsContract {

    @Inject
    LocalWorkQueue queue;

    @Override
    WorkQueue queue() {
        return queue;
    }
}
