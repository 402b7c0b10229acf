package io.stockroom.altegio;

import io.stockroom.altegio.AltegioException.NoAccountException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The accounts, each with its session, by their locations. They are read when a request to Altegio first needs them. */
@ApplicationScoped
class Accounts {

    private final CredentialsStore store;
    private final SharedLogin sharedLogin;
    private final Clock clock;
    private final Map<String, Account> byName = new LinkedHashMap<>();
    private Map<Long, Account> byLocation = Map.of();
    private Account others;
    private List<AccountCredentials> read = List.of();

    Accounts(CredentialsStore store, SharedTokens tokens, Clock clock) {
        this.store = store;
        this.sharedLogin = new SharedLogin(tokens, clock);
        this.clock = clock;
    }

    /** @throws NoAccountException if no account has the location */
    Account of(long location) {
        return find(location).orElseThrow(() -> new NoAccountException(location));
    }

    Optional<Account> find(long location) {
        List<AccountCredentials> accounts = store.accounts();
        synchronized (this) {
            adopt(accounts);
            return Optional.ofNullable(byLocation.getOrDefault(location, others));
        }
    }

    /** Returns whether there is an account of all other locations. */
    boolean haveAll() {
        return all().stream().anyMatch(account -> account.name().equals(AccountCredentials.OTHERS));
    }

    List<Account> all() {
        List<AccountCredentials> accounts = store.accounts();
        synchronized (this) {
            adopt(accounts);
            return List.copyOf(byName.values());
        }
    }

    /** An account keeps its session when its credentials change. */
    private void adopt(List<AccountCredentials> accounts) {
        if (accounts == read) {
            return;
        }
        Map<Long, Account> locations = new HashMap<>();
        byName.keySet().retainAll(accounts.stream().map(AccountCredentials::name).toList());
        for (AccountCredentials each : accounts) {
            Account account = byName.computeIfAbsent(each.name(),
                    name -> new Account(each, new Session(name, adopting(), sharedLogin, clock)));
            account.update(each);
            each.locations().forEach(location -> locations.put(location, account));
        }
        byLocation = locations;
        others = byName.get(AccountCredentials.OTHERS);
        read = accounts;
    }

    /** Returns the store for sessions: what is read after a rejection, such as another partner token, is sent with the next attempt. */
    private CredentialsStore adopting() {
        return new CredentialsStore() {
            @Override
            public List<AccountCredentials> accounts() {
                return store.accounts();
            }

            @Override
            public List<AccountCredentials> accountsAfterRejection(String account) {
                List<AccountCredentials> accounts = store.accountsAfterRejection(account);
                synchronized (Accounts.this) {
                    adopt(accounts);
                }
                return accounts;
            }
        };
    }
}
