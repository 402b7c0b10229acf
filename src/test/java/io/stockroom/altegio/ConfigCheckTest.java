package io.stockroom.altegio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigCheckTest {

    private final Map<String, String> values = new HashMap<>(Map.of("altegio.url", "https://api.alteg.io/api/v1",
            "altegio.partner-token", "secret-partner", "altegio.user-token", "secret-user"));

    @Test
    void aUserTokenIsEnough() {
        assertEquals(List.of(), complaints());
    }

    @Test
    void aLoginIsEnough() {
        values.remove("altegio.user-token");
        values.putAll(Map.of("altegio.login", "me", "altegio.password", "secret-password"));

        assertEquals(List.of(), complaints());
    }

    @Test
    void everythingMissingIsNamedAtOnce() {
        values.clear();
        values.put("altegio.url", "api.alteg.io");

        assertEquals(List.of("ALTEGIO_URL must be an http or https address", "ALTEGIO_PARTNER_TOKEN is missing",
                "ALTEGIO_USER_TOKEN, or ALTEGIO_LOGIN and ALTEGIO_PASSWORD, is missing"), complaints());
    }

    @Test
    void aLoginNeedsItsPasswordAndIsNotShown() {
        values.put("altegio.login", "secret-login");

        assertEquals(List.of("ALTEGIO_LOGIN and ALTEGIO_PASSWORD go together, and one of them is missing"), complaints());
        assertFalse(config().toString().contains("secret"));
    }

    private List<String> complaints() {
        return ConfigCheck.complaints(config());
    }

    private AltegioConfig config() {
        return AltegioConfigs.of(values);
    }
}
