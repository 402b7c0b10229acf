package io.stockroom.shops;

import io.stockroom.shops.ShopsConfig.ShopSettings;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The configured shops by name. */
@ApplicationScoped
public class Shops {

    private final Map<String, Shop> byName = new TreeMap<>();

    Shops(ShopsConfig config) {
        present(config).forEach((name, settings) -> byName.put(name, new ShopReader(name, settings).shop()));
    }

    Optional<Shop> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** Returns what the shops' orders need in Altegio. */
    public List<ShopNeeds> needs() {
        return byName.values().stream().map(shop -> new ShopNeeds(shop.name(), shop.locationId(), shop.storageId(), shop.masterId()))
                .toList();
    }

    /** Returns whether there is any shop. */
    public static boolean areIn(ShopsConfig config) {
        return !present(config).isEmpty();
    }

    /** Leaves out shops of which nothing is set: the template sets the variables of its shop, to nothing, even if there is none. */
    private static Map<String, ShopSettings> present(ShopsConfig config) {
        Map<String, ShopSettings> present = new TreeMap<>(config.byName());
        present.values().removeIf(ShopReader::isAbsent);
        return present;
    }

    /**
     * Returns what is wrong with the settings; no error contains a value.
     *
     * @param verifies whether the function verifies signatures, for which it needs the secrets
     */
    public static List<String> errors(ShopsConfig config, boolean verifies) {
        List<String> errors = new ArrayList<>();
        for (Map.Entry<String, ShopSettings> shop : present(config).entrySet()) {
            errors.addAll(new ShopReader(shop.getKey(), shop.getValue()).errors(verifies));
        }
        return errors;
    }
}
