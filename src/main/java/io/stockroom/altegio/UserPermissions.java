package io.stockroom.altegio;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * What the user of an account may do with the storages of a location, as {@code GET /user/permissions/{location_id}} has it. A permission
 * that the response does not contain, or that cannot be read, counts as granted: the route is known from integrators only.
 *
 * @param readsStorages     whether the user may read storages
 * @param readsTransactions whether the user may read product transactions
 * @param books             whether the user may create operations
 * @param serverTime        what Altegio's clock showed, to the second; empty if the response has no readable {@code Date}
 */
public record UserPermissions(boolean readsStorages, boolean readsTransactions, boolean books, Optional<Instant> serverTime) {

    static UserPermissions of(Envelope response, String date) {
        AltegioObject storages = AltegioObject.of(response.data()).flatMap(data -> data.takeObject("storages"))
                .orElseGet(AltegioObject::empty).lenient();
        return new UserPermissions(grants(storages, "storages_access"), grants(storages, "storages_transactions_access"),
                grants(storages, "storages_create_transactions_access"), instant(date));
    }

    private static boolean grants(AltegioObject storages, String permission) {
        return !Boolean.FALSE.equals(storages.takeFlag(permission));
    }

    /** Reads the preferred format of RFC 9110, section 5.6.7. */
    private static Optional<Instant> instant(String date) {
        try {
            return Optional.ofNullable(date).map(text -> OffsetDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
