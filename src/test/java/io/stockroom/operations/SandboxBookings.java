package io.stockroom.operations;

import io.stockroom.altegio.Altegio;
import io.stockroom.altegio.AltegioConfig;
import io.stockroom.local.sandbox.SandboxServer;
import jakarta.inject.Inject;
import java.time.Clock;

/** Base of the tests of {@link Bookings} in front of a sandbox, with a ledger, a configuration and a clock of the test's choice. */
abstract class SandboxBookings {

    SandboxServer server;

    @Inject
    Altegio altegio;
    @Inject
    BookingJson json;
    @Inject
    AltegioConfig altegioConfig;
    @Inject
    LedgerConfig config;

    /** Returns bookings that remember no documents, as those of a new instance. */
    Bookings bookings(Ledger ledger, Clock clock) {
        return bookings(new DocumentFinder(altegio, clock), ledger, config, clock);
    }

    Bookings bookings(DocumentFinder documents, Ledger ledger, LedgerConfig settings, Clock clock) {
        return new Bookings(altegio, new Reconciliation(documents, ledger, settings, clock), ledger, json, altegioConfig,
                (location, goods) -> {
                }, clock);
    }
}
