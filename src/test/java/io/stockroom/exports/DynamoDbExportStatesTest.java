package io.stockroom.exports;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.stockroom.runtime.LocalTable;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoDbExportStatesTest extends ExportStatesContract {

    @RegisterExtension
    static final LocalTable TABLE = new LocalTable();

    @Override
    protected ExportStates create() {
        ObjectMapper mapper = new ObjectMapper().registerModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        return new DynamoDbExportStates(TABLE.client(), LocalTable.NAME, mapper, clock);
    }
}
