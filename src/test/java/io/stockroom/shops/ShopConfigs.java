package io.stockroom.shops;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.HashMap;
import java.util.Map;

/** Creates shops in the way the functions read them. */
final class ShopConfigs {

    private ShopConfigs() {
    }

    static ShopsConfig of(Map<String, String> values) {
        Map<String, String> named = new HashMap<>();
        values.forEach((name, value) -> named.put("stockroom.shops." + name, value));
        return new SmallRyeConfigBuilder().withMapping(ShopsConfig.class)
                .withSources(new PropertiesConfigSource(named, "test", 100)).build().getConfigMapping(ShopsConfig.class);
    }

    /** Returns complete settings of a shop, with those given instead or beside; a null removes one. */
    static Map<String, String> settings(String name, String kind, Map<String, String> others) {
        Map<String, String> settings = new HashMap<>(Map.of("kind", kind, "secrets", "secret", "location-id", "4564", "storage-id", "101",
                "currency", "EUR"));
        settings.putAll(others);
        settings.values().removeIf(String::isEmpty);
        Map<String, String> named = new HashMap<>();
        settings.forEach((setting, value) -> named.put(name + "." + setting, value));
        return named;
    }

    static Shop shop(String kind, Map<String, String> others) {
        return new Shops(of(settings("main", kind, others))).named("main").orElseThrow();
    }
}
