package io.stockroom.setup;

import io.stockroom.altegio.Account;
import io.stockroom.altegio.Altegio;
import io.stockroom.altegio.AltegioException;
import io.stockroom.altegio.AltegioException.CredentialsRejectedException;
import io.stockroom.altegio.LocationAllowList;
import io.stockroom.invocation.CallContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Checks what the functions use in AWS, and each account with its locations. One part that fails does not keep the others from it, and what
 * all locations have in common is found once.
 */
@ApplicationScoped
class SetupCheck {

    /** Less is not enough for the calls of a location. */
    private static final Duration MIN_TIME_PER_LOCATION = Duration.ofSeconds(5);

    private final Altegio altegio;
    private final SetupTargets targets;
    private final LocationAllowList allowList;
    private final LocationCheck locationCheck;
    private final ResourceChecks resources;

    SetupCheck(Altegio altegio, SetupTargets targets, LocationAllowList allowList, LocationCheck locationCheck,
            ResourceChecks resources) {
        this.altegio = altegio;
        this.targets = targets;
        this.allowList = allowList;
        this.locationCheck = locationCheck;
        this.resources = resources;
    }

    SetupReport run(CallContext context) {
        Set<Finding> findings = new LinkedHashSet<>(resources.run());
        try {
            Map<Long, LocationNeeds> locations = targets.byLocation();
            if (locations.isEmpty()) {
                findings.addAll(resources.needingLocations());
            }
            checkLocations(locations, findings, context);
            return report(altegio.accounts().size(), locations.size(), context, findings);
        } catch (AltegioException e) {
            findings.add(Finding.of("credentials-unavailable",
                    e.getMessage() + "; check ALTEGIO_SECRETS, the JSON in the secret, and the right to read it"));
            return report(0, 0, context, findings);
        }
    }

    private static SetupReport report(int accounts, int locations, CallContext context, Set<Finding> findings) {
        return new SetupReport(accounts, locations, context.calls().times().size(), List.copyOf(findings));
    }

    private void checkLocations(Map<Long, LocationNeeds> locations, Set<Finding> findings, CallContext context) {
        Set<Account> done = new HashSet<>();
        Set<Account> rejected = new HashSet<>();
        int handled = 0;
        for (Map.Entry<Long, LocationNeeds> location : locations.entrySet()) {
            if (context.remaining().compareTo(MIN_TIME_PER_LOCATION) < 0) {
                findings.add(Finding.of(Finding.NOT_CHECKED, "There was no time left for " + (locations.size() - handled)
                        + " of " + locations.size() + " locations; raise the timeout of check-setup"));
                return;
            }
            Optional<Account> account = altegio.account(location.getKey()).filter(found -> allowList.allows(location.getKey()));
            if (account.isEmpty()) {
                findings.add(notAllowed(location.getKey()));
            } else if (!rejected.contains(account.get())) {
                done.add(account.get());
                check(account.get(), findings, rejected, () -> findings.addAll(
                        locationCheck.run(location.getKey(), account.get().name(), location.getValue(), context)));
            }
            handled++;
        }
        altegio.accounts().stream().filter(account -> !done.contains(account)).forEach(account -> check(account, findings, rejected,
                () -> altegio.relay(account, "companies", Map.of("my", List.of("1")), context)));
    }

    /** Adds a finding if the account's credentials are rejected, or if the check could not be made. */
    private static void check(Account account, Set<Finding> findings, Set<Account> rejected, Runnable check) {
        try {
            check.run();
        } catch (CredentialsRejectedException e) {
            rejected.add(account);
            findings.add(ofAccount("credentials-rejected", account, e.getMessage() + "; store a new token, or correct the password"));
        } catch (AltegioException e) {
            findings.add(ofAccount(Finding.NOT_CHECKED, account, e.getMessage() + "; the next check will tell more"));
        }
    }

    private static Finding ofAccount(String code, Account account, String detail) {
        return new Finding(code, account.name().isEmpty() ? null : account.name(), null, detail);
    }

    private static Finding notAllowed(long location) {
        return new Finding("location-not-allowed", null, location, "Location " + location
                + ": no account has it, or ALTEGIO_LOCATIONS does not contain it; correct the locations in the configuration");
    }
}
