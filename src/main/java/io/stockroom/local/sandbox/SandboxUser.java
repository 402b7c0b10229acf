package io.stockroom.local.sandbox;

import java.util.Set;

/**
 * A user of the sandbox.
 *
 * @param token     the user token that is valid without a login; null if there is none
 * @param locations the locations that the user may access; all if empty
 * @param denied    routes that the user has no permission for
 */
public record SandboxUser(String login, String password, String token, Set<Long> locations, Set<SandboxRoute> denied) {

    public SandboxUser {
        locations = Set.copyOf(locations);
        denied = Set.copyOf(denied);
    }

    /** Creates a user with all permissions for these locations. */
    public static SandboxUser of(String login, String password, String token, Long... locations) {
        return new SandboxUser(login, password, token, Set.of(locations), Set.of());
    }

    public SandboxUser without(SandboxRoute... routes) {
        return new SandboxUser(login, password, token, locations, Set.of(routes));
    }

    SandboxUser withPassword(String changed) {
        return new SandboxUser(login, changed, token, locations, denied);
    }

    boolean mayUse(long location) {
        return locations.isEmpty() || locations.contains(location);
    }
}
