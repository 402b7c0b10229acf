package io.stockroom.altegio;

import io.stockroom.altegio.AltegioException.NoAccountException;
import io.stockroom.problems.RejectedRequestException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The locations that callers may access: those on the configured list, or all if there is none, as far as an account has them. Accounts
 * that are not in the configuration are not read here: {@link Accounts} checks their locations before anything is sent.
 */
@ApplicationScoped
public class LocationAllowList {

    private final Set<Long> allowed;
    /** Null if there is an account of all other locations, or if accounts are in secrets. */
    private final Set<Long> ofAccounts;

    LocationAllowList(AltegioConfig config) {
        this.allowed = config.locations().orElse(Set.of());
        List<AccountCredentials> accounts = AccountEntries.of(config).accounts();
        boolean haveAll = config.secrets().isPresent()
                || accounts.stream().anyMatch(account -> account.name().equals(AccountCredentials.OTHERS));
        this.ofAccounts = haveAll ? null
                : accounts.stream().map(AccountCredentials::locations).collect(HashSet::new, Set::addAll, Set::addAll);
    }

    /** Returns whether there is no list. */
    public boolean allowsAll() {
        return allowed.isEmpty();
    }

    /** Returns the locations on the list; none if there is no list. */
    public Stream<Long> locations() {
        return allowed.stream();
    }

    public boolean allows(long location) {
        return (allowed.isEmpty() || allowed.contains(location)) && hasAccount(location);
    }

    /**
     * @throws RejectedRequestException with status 403 if the location is not on the list
     * @throws NoAccountException       with status 403 if no account has it
     */
    public void check(long location) {
        if (!allowed.isEmpty() && !allowed.contains(location)) {
            throw new RejectedRequestException(403, "location-not-allowed", "Location not allowed",
                    "Location " + location + " is not in this deployment's allow-list");
        }
        if (!hasAccount(location)) {
            throw new NoAccountException(location);
        }
    }

    private boolean hasAccount(long location) {
        return ofAccounts == null || ofAccounts.contains(location);
    }
}
