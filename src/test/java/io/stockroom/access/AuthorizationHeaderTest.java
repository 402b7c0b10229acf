package io.stockroom.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The header as programs in public code write it. */
class AuthorizationHeaderTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"Bearer key-1, User token-1", "Bearer key-1,User token-1", "Bearer key-1 User token-1",
            "bearer key-1, user token-1", "BEARER key-1 ,  USER token-1", "  Bearer   key-1,   User\ttoken-1  ",
            "User token-1, Bearer key-1",
            "Bearer key-1,token-1", "Bearer key-1, token-1", "Bearer key-1,Bearer key-1,User token-1",
            "Bearer Bearer key-1, User User token-1",
            "Bearer key-1, User token-1,", "Bearer key-1,,User token-1"})
    void readsKeyAndToken(String header) {
        assertEquals(new AuthorizationHeader("key-1", "token-1"), AuthorizationHeader.of(header));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer key-1", "bearer key-1", "Bearer key-1, User ", "Bearer key-1, User", "Bearer key-1, ",
            "Bearer key-1,User"})
    void readsAKeyWithoutAToken(String header) {
        assertEquals(new AuthorizationHeader("key-1", null), AuthorizationHeader.of(header));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", ",", "Bearer", "Bearer ", "Bearer ,", "key-1", "Basic a2V5LTE=", "Bearer key-1, Bearer key-2",
            "Bearer key-1,Bearer key-2,Bearer key-1", "Bearer, User"})
    void findsNoKey(String header) {
        assertEquals(new AuthorizationHeader(null, null), AuthorizationHeader.of(header));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer key-1, User token-1"})
    void isNotShown(String header) {
        assertFalse(AuthorizationHeader.of(header).toString().contains("1"));
    }
}
