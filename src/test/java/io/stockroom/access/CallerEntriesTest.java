package io.stockroom.access;

import static io.stockroom.access.CallersConfigs.SHOP_AND_TILL;
import static io.stockroom.access.CallersConfigs.SHOP_KEY;
import static io.stockroom.access.CallersConfigs.TILL_KEY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stockroom.invocation.Caller;
import io.stockroom.invocation.Right;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallerEntriesTest {

    private static final String KEY_RULE = " must have 20 to 200 characters, at least 10 different ones, without spaces and commas";
    private static final String OBJECTS = "STOCKROOM_CALLERS_SECRET must contain an object for each caller, with the fields key, login,"
            + " password, locations, may";

    private final Map<String, String> values = new HashMap<>(SHOP_AND_TILL);

    @Test
    void readsCallersFromTheirSettings() {
        assertEquals(List.of(), errors());
        assertEquals(List.of(new Caller("shop", Set.of(4564L), Set.of(Right.READ, Right.BOOK)),
                new Caller("till", Set.of(4564L, 4565L), Set.of(Right.BOOK))), callers());
    }

    @Test
    void readsCallersFromTheirSecret() {
        values.clear();
        values.put("stockroom.callers.secret", """
                {"web-shop": {"key": "%s", "login": 13155550175, "password": "p\\"$$,", "locations": [4564, 4565], "may": ["read", "book"]},
                 "till": {"key": "%s", "login": "", "locations": "4564", "may": "read"}}""".formatted(SHOP_KEY, TILL_KEY));

        assertEquals(List.of(), errors());
        assertEquals(List.of(new Caller("web-shop", Set.of(4564L, 4565L), Set.of(Right.READ, Right.BOOK)),
                new Caller("till", Set.of(4564L), Set.of(Right.READ))), callers());
        CallerKey shop = new Callers(CallersConfigs.of(values)).byKey(SHOP_KEY).orElseThrow();
        assertTrue(shop.accepts("+1 (315) 555-0175", "p\"$$,"));
        assertFalse(new Callers(CallersConfigs.of(values)).byKey(TILL_KEY).orElseThrow().canLogIn());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "shop.key||STOCKROOM_CALLERS_SHOP_KEY is required",
            "shop.locations||STOCKROOM_CALLERS_SHOP_LOCATIONS must be positive whole numbers separated by commas",
            "shop.locations|4564,|STOCKROOM_CALLERS_SHOP_LOCATIONS must be positive whole numbers separated by commas",
            "shop.locations|0|STOCKROOM_CALLERS_SHOP_LOCATIONS must be positive whole numbers separated by commas",
            "shop.locations|all|STOCKROOM_CALLERS_SHOP_LOCATIONS must be positive whole numbers separated by commas",
            "shop.may||STOCKROOM_CALLERS_SHOP_MAY must be read, book, or both separated by a comma",
            "shop.may|write|STOCKROOM_CALLERS_SHOP_MAY must be read, book, or both separated by a comma",
            "shop.may|read,|STOCKROOM_CALLERS_SHOP_MAY must be read, book, or both separated by a comma",
            "shop.login||STOCKROOM_CALLERS_SHOP_LOGIN and STOCKROOM_CALLERS_SHOP_PASSWORD must be set together",
            "shop.password||STOCKROOM_CALLERS_SHOP_LOGIN and STOCKROOM_CALLERS_SHOP_PASSWORD must be set together",
            "till.key|8f3kq0zv5m1x7c2n9b4d|STOCKROOM_CALLERS_SHOP_KEY and STOCKROOM_CALLERS_TILL_KEY must differ",
            "\"a.b\".key|0123456789-secret-abcd|the name of a caller must have 1 to 50 letters, digits, - and _"})
    void reportsAContradictionWithoutItsValue(String name, String value, String error) {
        values.remove("stockroom.callers." + name);
        if (value != null) {
            values.put("stockroom.callers." + name, value);
        }

        assertEquals(List.of(error), errors());
        assertEquals("Invalid configuration: " + error, assertThrows(IllegalStateException.class, this::callers).getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"short-key-012345678", "aaaaaaaaaaaaaaaaaaaaaaaaaaaa", "8f3kq0zv5m1x7c2n9b4d 8f3kq0zv5m1x7c2n9b4d",
            "8f3kq0zv5m1x,7c2n9b4d", "8f3kq0zv5m1x7c2n9b4é"})
    void refusesAKeyThatCanBeGuessedOrNotSent(String key) {
        values.put("stockroom.callers.shop.key", key);

        assertEquals(List.of("STOCKROOM_CALLERS_SHOP_KEY" + KEY_RULE), errors());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{}|at least one caller must be configured, by STOCKROOM_CALLERS_SECRET or by"
            + " STOCKROOM_CALLERS_<NAME>_KEY, _LOCATIONS and _MAY",
            "secret-text|STOCKROOM_CALLERS_SECRET is not valid JSON (line 1, column 1)",
            "[]|STOCKROOM_CALLERS_SECRET must be a JSON object",
            "{\"shop\": \"secret-text\"}|" + OBJECTS,
            "{\"shop\": {\"key\": \"8f3kq0zv5m1x7c2n9b4d\", \"kye\": \"secret-text\"}}|" + OBJECTS,
            "{\"shop\": {\"key\": {\"secret-text\": 1}}}|" + OBJECTS,
            "{\"shop\": {\"key\": \"secret-text\", \"locations\": 1, \"may\": \"read\"}}|key of the caller shop in STOCKROOM_CALLERS_SECRET"
                    + KEY_RULE,
            "{\"secret text\": {}}|the name of a caller must have 1 to 50 letters, digits, - and _"})
    void reportsWhatIsWrongWithTheSecretWithoutQuotingIt(String secret, String error) {
        values.clear();
        values.put("stockroom.callers.secret", secret);

        assertEquals(List.of(error), errors());
        assertFalse(errors().toString().contains("secret-text"));
    }

    @Test
    void aNameIsUsedOnceInTheSecretAndTheSettings() {
        values.put("stockroom.callers.secret",
                "{\"Shop\": {\"key\": \"zzzz-8f3kq0zv5m1x7c2n9b4d\", \"locations\": 4564, \"may\": \"read\"}}");

        assertEquals(List.of("STOCKROOM_CALLERS_SHOP_KEY belongs to a caller whose name is used twice"), errors());
    }

    @Test
    void theTextOfAnEntryShowsNoSecret() {
        CallerEntry entry = new CallerEntry("shop", field -> field, Map.of("key", SHOP_KEY, "password", "secret"));

        assertEquals("CallerEntry[shop]", entry.toString());
    }

    private List<String> errors() {
        return CallerEntries.errors(CallersConfigs.of(values));
    }

    private List<Caller> callers() {
        return CallerEntries.of(CallersConfigs.of(values)).callers().stream().map(CallerKey::caller).toList();
    }
}
