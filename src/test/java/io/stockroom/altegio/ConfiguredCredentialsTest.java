package io.stockroom.altegio;

import java.util.HashMap;
import java.util.Map;

class ConfiguredCredentialsTest extends CredentialsStoreContract {

    @Override
    CredentialsStore store(Map<String, Map<String, String>> accounts) {
        return new ConfiguredCredentials(config(accounts));
    }

    @Override
    String errors(Map<String, Map<String, String>> accounts) {
        return String.join("; ", AccountEntries.errors(config(accounts)));
    }

    private static AltegioConfig config(Map<String, Map<String, String>> accounts) {
        Map<String, String> values = new HashMap<>(Map.of("altegio.url", "http://localhost", "altegio.partner-token", PARTNER));
        accounts.forEach((name, fields) -> fields.forEach((field, value) -> values.put(
                (name.isEmpty() ? "altegio." : "altegio.accounts." + name + ".") + field.replace('_', '-'), value)));
        return AltegioConfigs.of(values);
    }
}
