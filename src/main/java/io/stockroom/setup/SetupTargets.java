package io.stockroom.setup;

import io.stockroom.altegio.AltegioConfig;
import io.stockroom.altegio.ConfiguredLocations;
import io.stockroom.exports.ExportsConfig;
import io.stockroom.shops.ShopNeeds;
import io.stockroom.shops.Shops;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The locations to check: those of the configuration, of exports and of the shops. */
@ApplicationScoped
class SetupTargets {

    private static final String SHOPS = "STOCKROOM_SHOPS_";

    private final AltegioConfig config;
    private final ConfiguredLocations locations;
    private final Shops shops;
    private final ExportsConfig exports;

    SetupTargets(AltegioConfig config, ConfiguredLocations locations, Shops shops, ExportsConfig exports) {
        this.config = config;
        this.locations = locations;
        this.shops = shops;
        this.exports = exports;
    }

    /** Returns what each location needs, by the location's id. */
    Map<Long, LocationNeeds> byLocation() {
        Map<Long, LocationNeeds> targets = new TreeMap<>();
        locations.all().forEach(location -> of(location, targets));
        exports.locations().ifPresent(exported -> exported.forEach(location -> of(location, targets)));
        shops.needs().forEach(shop -> add(shop, of(shop.locationId(), targets)));
        config.defaultMasterId().ifPresent(
                master -> targets.values().forEach(needs -> needs.masters().put(master, "ALTEGIO_DEFAULT_MASTER_ID")));
        return targets;
    }

    private static LocationNeeds of(long location, Map<Long, LocationNeeds> targets) {
        return targets.computeIfAbsent(location, id -> new LocationNeeds());
    }

    private static void add(ShopNeeds shop, LocationNeeds needs) {
        String prefix = SHOPS + shop.shop().toUpperCase(Locale.ROOT);
        needs.storages().put(shop.storageId(), prefix + "_STORAGE_ID");
        if (shop.masterId() != null) {
            needs.masters().put(shop.masterId(), prefix + "_MASTER_ID");
        }
    }
}
