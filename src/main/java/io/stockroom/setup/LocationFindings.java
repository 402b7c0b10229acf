package io.stockroom.setup;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with one location. */
final class LocationFindings {

    private final long location;
    private final String account;
    private final List<Finding> found = new ArrayList<>();

    /** @param account empty for the account of all other locations */
    LocationFindings(long location, String account) {
        this.location = location;
        this.account = account;
    }

    /** @param detail follows the name of the location, and ends with what to do */
    void add(String code, String detail) {
        found.add(new Finding(code, account.isEmpty() ? null : account, location, "Location " + location + ": " + detail));
    }

    /** Adds what the account's user cannot do. */
    void addOfUser(String code, String detail) {
        add(code, "the user" + (account.isEmpty() ? "" : " of the account " + account) + " " + detail);
    }

    /** Adds what is not particular to this location. */
    void addOfAll(String code, String detail) {
        found.add(Finding.of(code, detail));
    }

    List<Finding> found() {
        return found;
    }
}
