package io.stockroom.altegio;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The credentials of one Altegio user, and the locations that they are for.
 *
 * @param name      for messages; empty for the account of all other locations
 * @param locations empty for the account of all other locations
 * @param login     present if and only if the password is
 */
record AccountCredentials(String name, Set<Long> locations, String partnerToken, Optional<String> userToken, Optional<String> login,
        Optional<String> password) {

    /** The name of the account of all locations that no other account has. */
    static final String OTHERS = "";

    AccountCredentials {
        locations = Set.copyOf(locations);
    }

    boolean canLogIn() {
        return login.isPresent();
    }

    /** Returns name and locations alone, because everything else is secret. */
    @Override
    public String toString() {
        return "AccountCredentials[" + name + ", " + new TreeSet<>(locations) + "]";
    }
}
