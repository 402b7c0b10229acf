package io.stockroom.sessions;

import io.stockroom.altegio.SharedTokens;
import io.stockroom.altegio.SharedTokensContract;
import io.stockroom.runtime.LocalTable;
import java.time.Clock;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoDbTokensTest extends SharedTokensContract {

    @RegisterExtension
    static final LocalTable TABLE = new LocalTable();

    @Override
    protected SharedTokens tokens() {
        return new DynamoDbTokens(TABLE.client(), LocalTable.NAME, Clock.systemUTC());
    }
}
