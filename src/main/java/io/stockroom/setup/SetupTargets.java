package io.stockroom.setup;

import io.stockroom.altegio.AltegioConfig;
import io.stockroom.altegio.ConfiguredLocations;
import io.stockroom.exports.ExportsConfig;
import io.stockroom.shops.ShopNeeds;
import io.stockroom.shops.Shops;
import io.stockroom.stock.StockConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The locations to check: those of the configuration, of exports, of announced stock and of the shops. */
@ApplicationScoped
class SetupTargets {

    private static final String SHOPS = "STOCKROOM_SHOPS_";

    private final AltegioConfig config;
    private final ConfiguredLocations locations;
    private final Shops shops;
    private final ExportsConfig exports;
    private final StockConfig stock;

    SetupTargets(AltegioConfig config, ConfiguredLocations locations, Shops shops, ExportsConfig exports, StockConfig stock) {
        this.config = config;
        this.locations = locations;
        this.shops = shops;
        this.exports = exports;
        this.stock = stock;
    }

    /** Returns what each location needs, by the location's id. */
    Map<Long, LocationNeeds> byLocation() {
        Map<Long, LocationNeeds> targets = new TreeMap<>();
        locations.all().forEach(location -> of(location, targets));
        Stream.of(exports.locations(), stock.locations()).flatMap(Optional::stream).flatMap(Set::stream)
                .forEach(location -> of(location, targets));
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
