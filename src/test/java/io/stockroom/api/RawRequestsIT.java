package io.stockroom.api;

import io.stockroom.Slow;
import io.stockroom.runtime.LocalSqs;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.extension.RegisterExtension;

@Slow
class RawRequestsIT extends RawRequestsContract {

    private static final LocalSqs SQS = LocalSqs.start();

    @RegisterExtension
    static final PackagedStack STACK = new PackagedStack(SQS);

    @AfterAll
    static void stop() {
        SQS.close();
    }
}
