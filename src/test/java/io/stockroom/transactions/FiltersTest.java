package io.stockroom.transactions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stockroom.altegio.AltegioObjects;
import io.stockroom.input.Input;
import io.stockroom.input.InvalidInputException;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FiltersTest {

    private static final Transaction SALE = Transaction.from(AltegioObjects.of(Map.of("type_id", "1",
            "good", Map.of("id", 3001, "title", "x"), "storage", 101, "clients", Map.of("id", 5001, "name", "Ana"))));

    @Test
    void matchesAnyIdOfEachFilterAndAllFilters() {
        assertTrue(filters(Map.of()).match(SALE));
        assertTrue(filters(Map.of("good_id", "3000, 3001", "storage_id", "101", "type_id", "1", "client_id", "5001")).match(SALE));
        assertFalse(filters(Map.of("good_id", "3001", "storage_id", "102")).match(SALE));
        assertFalse(filters(Map.of("client_id", "1")).match(Transaction.from(AltegioObjects.of(Map.of()))));
    }

    @Test
    void aTransactionWhoseIdCannotBeReadIsNotDropped() {
        Transaction unread = Transaction.from(AltegioObjects.of(Map.of("type_id", "sale", "good", Map.of("id", "x"), "client", true)));

        assertTrue(filters(Map.of("type_id", "1", "good_id", "3001", "client_id", "5001")).match(unread));
        assertFalse(filters(Map.of("storage_id", "101")).match(unread));
    }

    @Test
    void parametersAreNormalized() {
        assertEquals(Map.of("good_id", "2,3", "type_id", "1"), filters(Map.of("good_id", "3,2,3", "type_id", " 1")).parameters());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",", "1,", ",1", "1,,2", "0", "-1", "x", "1.0", "1e3", "1;2", "99999999999999999999", "١"})
    void rejectsInvalidListOfIds(String ids) {
        assertThrows(InvalidInputException.class, () -> filters(Map.of("good_id", ids)));
    }

    @Test
    void acceptsAtMostAHundredIds() {
        String hundred = IntStream.rangeClosed(1, 100).mapToObj(String::valueOf).collect(Collectors.joining(","));
        filters(Map.of("good_id", hundred));
        assertThrows(InvalidInputException.class, () -> filters(Map.of("good_id", hundred + ",101")));
        assertThrows(InvalidInputException.class, () -> filters(Map.of("good_id", ",".repeat(9000))));
    }

    private static Filters filters(Map<String, String> query) {
        Input input = Input.ofParameters(Map.of()).query(query);
        Filters filters = Filters.from(input);
        input.throwIfInvalid();
        return filters;
    }
}
