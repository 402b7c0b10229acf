package io.stockroom.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.joda.JodaModule;
import java.math.BigDecimal;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JsonSettingsTest {

    private final ObjectMapper mapper = new ObjectMapper();

    @Test
    void decimalsHaveNoExponent() throws JsonProcessingException {
        new JsonSettings().customize(mapper);

        assertEquals(new BigDecimal("1E+3"), mapper.readTree("1E+3").decimalValue());
        assertEquals("1000", mapper.writeValueAsString(new BigDecimal("1E+3")));
    }

    @Test
    void jodaModuleIsNotRegistered() {
        new JsonSettings().customize(mapper);
        Set<Object> before = mapper.getRegisteredModuleIds();

        assertEquals(before, mapper.copy().registerModule(new JodaModule()).getRegisteredModuleIds());
    }
}
