package io.stockroom.setup;

import io.stockroom.altegio.Account;
import io.stockroom.altegio.Altegio;
import io.stockroom.altegio.AltegioConfig;
import io.stockroom.altegio.LocationAllowList;
import io.stockroom.shops.ShopNeeds;
import io.stockroom.shops.Shops;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The locations to check: those of the allow-list, or of the accounts, and those of the shops. */
@ApplicationScoped
class SetupTargets {

    private static final String SHOPS = "STOCKROOM_SHOPS_";

    private final Altegio altegio;
    private final AltegioConfig config;
    private final LocationAllowList allowList;
    private final Shops shops;

    SetupTargets(Altegio altegio, AltegioConfig config, LocationAllowList allowList, Shops shops) {
        this.altegio = altegio;
        this.config = config;
        this.allowList = allowList;
        this.shops = shops;
    }

    /** Returns what each location needs, by the location's id. */
    Map<Long, LocationNeeds> byLocation() {
        Map<Long, LocationNeeds> targets = new TreeMap<>();
        if (allowList.allowsAll()) {
            altegio.accounts().stream().map(Account::locations).forEach(locations -> locations.forEach(location -> of(location, targets)));
        } else {
            allowList.locations().forEach(location -> of(location, targets));
        }
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
