package io.stockroom.setup;

import io.stockroom.altegio.Altegio;
import io.stockroom.altegio.AltegioException.AccessDeniedException;
import io.stockroom.altegio.AltegioException.InvalidResponseException;
import io.stockroom.altegio.AltegioException.NotFoundException;
import io.stockroom.altegio.AltegioObject;
import io.stockroom.altegio.UserPermissions;
import io.stockroom.invocation.CallContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Checks one location with at most three calls. */
@ApplicationScoped
class LocationCheck {

    /** Between the clocks of Altegio and of this process: the search for an operation compares times of both. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(1);
    private static final int SECONDS_TO_ROUND = 30;
    private static final String CHANGE_RIGHTS = "; change its rights in Altegio, in the settings of the location";

    private final Altegio altegio;
    private final Clock clock;

    LocationCheck(Altegio altegio, Clock clock) {
        this.altegio = altegio;
        this.clock = clock;
    }

    /**
     * Returns what is wrong with the location.
     *
     * @param account empty for the account of all other locations
     * @throws io.stockroom.altegio.AltegioException if Altegio rejects the account's credentials, or could not be asked
     */
    List<Finding> run(long location, String account, LocationNeeds needs, CallContext context) {
        LocationFindings findings = new LocationFindings(location, account);
        try {
            Optional<UserPermissions> permissions = permissions(location, context);
            permissions.ifPresent(known -> {
                addMissing(known, findings);
                addWrongClock(known, findings);
            });
            if (permissions.isEmpty()) {
                addUnknownStorages(location, needs.storages(), findings, context);
            } else if (permissions.get().readsStorages()) {
                unlessDenied("storages", findings, () -> addUnknownStorages(location, needs.storages(), findings, context));
            }
            if (!needs.masters().isEmpty()) {
                unlessDenied("team members", findings, () -> addUnknownMasters(location, needs.masters(), findings, context));
            }
        } catch (AccessDeniedException e) {
            findings.addOfUser("no-access", "has no access, or the location's license has expired; give it access in Altegio,"
                    + " or configure the location for the account whose user has it");
        } catch (NotFoundException e) {
            findings.add("no-access", "Altegio does not have it; correct the locations in the configuration");
        }
        return findings.found();
    }

    /** Returns empty if the response is of no use: the route is known from integrators only, and the calls that follow tell more. */
    private Optional<UserPermissions> permissions(long location, CallContext context) {
        try {
            return Optional.of(altegio.permissions(location, context));
        } catch (NotFoundException | InvalidResponseException e) {
            return Optional.empty();
        }
    }

    private void addMissing(UserPermissions permissions, LocationFindings findings) {
        if (!permissions.readsStorages()) {
            findings.addOfUser("permission-missing", "may not read storages" + CHANGE_RIGHTS);
        }
        if (!permissions.readsTransactions()) {
            findings.addOfUser("permission-missing", "may not read product transactions" + CHANGE_RIGHTS);
        }
        if (!permissions.books()) {
            findings.addOfUser("permission-missing", "may not create operations" + CHANGE_RIGHTS);
        }
    }

    /** It is the same for each location, so that the finding names none, and no seconds. */
    private void addWrongClock(UserPermissions permissions, LocationFindings findings) {
        permissions.serverTime().map(time -> Duration.between(time, clock.instant()))
                .filter(difference -> difference.abs().compareTo(CLOCK_TOLERANCE) > 0)
                .ifPresent(difference -> findings.addOfAll("clock-wrong", "This clock is about "
                        + difference.abs().plusSeconds(SECONDS_TO_ROUND).toMinutes() + " min "
                        + (difference.isNegative() ? "behind" : "ahead of") + " Altegio's; synchronize it"));
    }

    /** The user has access to the location, which a route that is denied or missing does not change. */
    private static void unlessDenied(String rows, LocationFindings findings, Runnable check) {
        try {
            check.run();
        } catch (AccessDeniedException | NotFoundException e) {
            findings.addOfUser("permission-missing", "may not read " + rows + CHANGE_RIGHTS);
        }
    }

    private void addUnknownStorages(long location, Map<Long, String> needed, LocationFindings findings, CallContext context) {
        Set<Long> storages = ids(altegio.storages(location, context));
        needed.forEach((id, setting) -> {
            if (!storages.contains(id)) {
                findings.add("storage-unknown", "it has no storage " + id + "; correct " + setting + " (GET /storages/" + location
                        + " lists them)");
            }
        });
    }

    private void addUnknownMasters(long location, Map<Long, String> needed, LocationFindings findings, CallContext context) {
        Set<Long> masters = ids(altegio.staff(location, context));
        needed.forEach((id, setting) -> {
            if (!masters.contains(id)) {
                findings.add("team-member-unknown", "it has no team member " + id + "; correct " + setting);
            }
        });
    }

    private static Set<Long> ids(List<AltegioObject> rows) {
        return rows.stream().map(row -> row.takeId("id")).filter(Objects::nonNull).collect(Collectors.toSet());
    }
}
