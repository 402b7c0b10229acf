package io.stockroom.access;

import static io.stockroom.access.CallersConfigs.SHOP_AND_TILL;
import static io.stockroom.access.CallersConfigs.SHOP_KEY;
import static io.stockroom.access.CallersConfigs.TILL_KEY;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallersTest {

    private final Callers callers = new Callers(CallersConfigs.of(SHOP_AND_TILL));

    @Test
    void findsACallerByItsKey() {
        assertEquals("shop", callers.byKey(SHOP_KEY).orElseThrow().caller().name());
        assertEquals("till", callers.byKey(TILL_KEY).orElseThrow().caller().name());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "8f3kq0zv5m1x7c2n9b4", "8f3kq0zv5m1x7c2n9b4dd", "8F3KQ0ZV5M1X7C2N9B4D", "shop@example.com"})
    void findsNoCallerByAnythingElse(String key) {
        assertEquals(Optional.empty(), callers.byKey(key));
    }

    @ParameterizedTest
    @CsvSource({"shop@example.com,true", "SHOP@example.com,true", "' shop@example.com ',true", "shop,false", "'',false"})
    void acceptsTheWaysInWhichALoginIsWritten(String login, boolean accepted) {
        CallerKey shop = callers.byKey(SHOP_KEY).orElseThrow();

        assertEquals(accepted, shop.accepts(login, "pa$$word ☕"));
        assertFalse(shop.accepts(login, "pa$$word ☕ "));
        assertFalse(shop.accepts(login, ""));
    }

    @Test
    void aCallerWithoutALoginAcceptsNone() {
        CallerKey till = callers.byKey(TILL_KEY).orElseThrow();

        assertFalse(till.canLogIn());
        assertFalse(till.accepts("", ""));
        assertFalse(till.accepts("shop@example.com", "pa$$word ☕"));
    }

    /** In memory a key is known by its hash: no field of a caller contains it. */
    @Test
    void keepsNoSecret() throws ReflectiveOperationException {
        CallerKey shop = callers.byKey(SHOP_KEY).orElseThrow();
        Field hash = Secret.class.getDeclaredField("hash");
        hash.setAccessible(true);
        for (Secret secret : new Secret[] {shop.key(), shop.login(), shop.password(), shop.tokens().secret()}) {
            assertEquals(32, ((byte[]) hash.get(secret)).length);
            assertFalse(new String((byte[]) hash.get(secret), StandardCharsets.UTF_8).contains(SHOP_KEY));
            assertEquals(1, Arrays.stream(Secret.class.getDeclaredFields())
                    .filter(field -> !Modifier.isStatic(field.getModifiers())).count());
        }
        assertFalse((shop + " " + callers).contains(SHOP_KEY));
    }

    @Test
    void withoutSettingsThereAreNoCallers() {
        Callers none = new Callers(CallersConfigs.of(Map.of()));

        assertTrue(none.isEmpty());
        assertEquals(Optional.empty(), none.byKey(SHOP_KEY));
    }
}
