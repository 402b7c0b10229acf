package io.stockroom.transactions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stockroom.altegio.Rows;
import io.stockroom.input.Input;
import io.stockroom.input.InvalidInput;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FiltersTest {

    private static final Transaction SALE = Transaction.from(Rows.of(Map.of("type_id", "1", "good", Map.of("id", 3001, "title", "x"),
            "storage", 101, "clients", Map.of("id", 5001, "name", "Ana"))));

    @Test
    void ofOneNameAnyIdIsEnoughAndEachNameMustFit() {
        assertTrue(filters(Map.of()).match(SALE));
        assertTrue(filters(Map.of("good_id", "3000, 3001", "storage_id", "101", "type_id", "1", "client_id", "5001")).match(SALE));
        assertFalse(filters(Map.of("good_id", "3001", "storage_id", "102")).match(SALE));
        assertFalse(filters(Map.of("client_id", "1")).match(Transaction.from(Rows.of(Map.of()))));
    }

    @Test
    void aLinkHasThemAsTheyWereMeant() {
        assertEquals(Map.of("good_id", "2,3", "type_id", "1"), filters(Map.of("good_id", "3,2,3", "type_id", " 1")).parameters());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",", "1,", ",1", "1,,2", "0", "-1", "x", "1.0", "1e3", "1;2", "99999999999999999999", "١"})
    void whatIsNoListOfIdsIsRefused(String ids) {
        assertThrows(InvalidInput.class, () -> filters(Map.of("good_id", ids)));
    }

    @Test
    void aHundredIdsAreEnough() {
        String hundred = IntStream.rangeClosed(1, 100).mapToObj(String::valueOf).collect(Collectors.joining(","));
        filters(Map.of("good_id", hundred));
        assertThrows(InvalidInput.class, () -> filters(Map.of("good_id", hundred + ",101")));
        assertThrows(InvalidInput.class, () -> filters(Map.of("good_id", ",".repeat(9000))));
    }


    private static Filters filters(Map<String, String> query) {
        Input input = Input.ofPath(Map.of()).query(query);
        Filters filters = Filters.from(input);
        input.refuseFaults();
        return filters;
    }
}
