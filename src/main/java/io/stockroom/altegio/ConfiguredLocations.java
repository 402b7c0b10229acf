package io.stockroom.altegio;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.SortedSet;
import java.util.TreeSet;

/** The locations that the configuration names: those on the allow-list, or, without one, those of the accounts. */
@ApplicationScoped
public class ConfiguredLocations {

    private final LocationAllowList allowList;
    private final Accounts accounts;

    ConfiguredLocations(LocationAllowList allowList, Accounts accounts) {
        this.allowList = allowList;
        this.accounts = accounts;
    }

    /**
     * Returns the ids; none if there is no allow-list, and one account for all locations.
     *
     * @throws AltegioException if the accounts are in a secret that cannot be read
     */
    public SortedSet<Long> all() {
        SortedSet<Long> all = new TreeSet<>();
        if (allowList.allowsAll()) {
            accounts.all().forEach(account -> all.addAll(account.locations()));
        } else {
            allowList.locations().forEach(all::add);
        }
        return all;
    }
}
