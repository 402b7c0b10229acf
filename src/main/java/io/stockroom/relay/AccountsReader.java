package io.stockroom.relay;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.stockroom.altegio.Account;
import io.stockroom.altegio.Altegio;
import io.stockroom.altegio.AltegioException.AccessDeniedException;
import io.stockroom.altegio.AltegioException.NotFoundException;
import io.stockroom.altegio.Relayed;
import io.stockroom.invocation.CallContext;
import io.stockroom.invocation.Caller;
import io.stockroom.relay.RelayRoutes.Match;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads a route without a location from the accounts of the locations that the deployment and the caller are limited to, or from all
 * accounts: locations from each of them, and anything else from the first that has it.
 */
@ApplicationScoped
class AccountsReader {

    /** Each account costs a call. */
    private static final int MAX_ACCOUNTS = 10;

    private final Altegio altegio;
    private final LocationFilter locations;
    private final ObjectMapper mapper;

    AccountsReader(Altegio altegio, LocationFilter locations, ObjectMapper mapper) {
        this.altegio = altegio;
        this.locations = locations;
        this.mapper = mapper;
    }

    /** @throws LocationUnknownException if none of the locations has an account, or too many accounts would have to be asked */
    Relayed read(Match match, Optional<Caller> caller, Map<String, List<String>> query, CallContext context) {
        List<Account> accounts = accounts(caller);
        if (accounts.isEmpty() || accounts.size() > MAX_ACCOUNTS) {
            throw LocationUnknownException.ofAccounts(accounts.size(), MAX_ACCOUNTS);
        }
        String path = match.path().substring(1);
        return match.route().listsLocations() && accounts.size() > 1 ? joined(accounts, path, query, context)
                : first(accounts, path, query, context);
    }

    private List<Account> accounts(Optional<Caller> caller) {
        boolean isLimited = caller.isPresent() || locations.isLimited();
        return isLimited ? locations.locations(caller).stream().flatMap(location -> altegio.account(location).stream()).distinct().toList()
                : altegio.accounts();
    }

    private Relayed first(List<Account> accounts, String path, Map<String, List<String>> query, CallContext context) {
        for (Account account : accounts.subList(0, accounts.size() - 1)) {
            try {
                return altegio.relay(account, path, query, context);
            } catch (NotFoundException | AccessDeniedException notThisAccounts) {
                // The next one may have it.
            }
        }
        return altegio.relay(accounts.get(accounts.size() - 1), path, query, context);
    }

    /** Joins the lists; each location is only shown as the account that has it sees it. */
    private Relayed joined(List<Account> accounts, String path, Map<String, List<String>> query, CallContext context) {
        List<Object> rows = new ArrayList<>();
        RelayedEnvelope envelope = null;
        for (Account account : accounts) {
            RelayedEnvelope each = RelayedEnvelope.read(altegio.relay(account, path, query, context), mapper);
            each.rows().stream().filter(row -> LocationFilter.isAllowed(row, List.of("id"), id -> isOf(account, id))).forEach(rows::add);
            envelope = envelope == null ? each : envelope;
        }
        return envelope.with(rows);
    }

    private boolean isOf(Account account, long location) {
        return altegio.account(location).filter(account::equals).isPresent();
    }
}
