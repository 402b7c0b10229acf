package io.stockroom.relay;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.stockroom.altegio.Relayed;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelayedEnvelopeTest {

    private static final ObjectMapper MAPPER = JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{\"data\":[{\"id\":1},{\"id\":2}]}|[{id=1}, {id=2}]", "{\"data\":{\"id\":1}}|[{id=1}]",
            "{\"data\":[]}|[]", "{\"data\":null}|[]", "{}|[]", "{\"data\":[null]}|[null]"})
    void rowsAreThoseOfAListOrTheOneObject(String body, String rows) {
        assertEquals(rows, envelope(body).rows().toString());
    }

    @Test
    void otherRowsLeaveTheOtherFieldsAsTheyAre() {
        Relayed changed = envelope("{\"success\":true,\"meta\":{\"total\":2,\"rate\":0.10},\"data\":[1,2],\"count\":12345678901234567890}")
                .with(List.of(Map.of("id", 1)));

        assertEquals(new Relayed(201,
                "{\"success\":true,\"meta\":{\"total\":2,\"rate\":0.10},\"data\":[{\"id\":1}],\"count\":12345678901234567890}"), changed);
    }

    private static RelayedEnvelope envelope(String body) {
        return RelayedEnvelope.read(new Relayed(201, body), MAPPER);
    }
}
