package io.stockroom.operations;

import io.stockroom.altegio.Altegio;
import io.stockroom.altegio.AltegioConfig;
import io.stockroom.altegio.AltegioFailure;
import io.stockroom.altegio.Deadline;
import jakarta.enterprise.context.ApplicationScoped;

/** Books operations. */
@ApplicationScoped
class Bookings {

    private final Altegio altegio;
    private final AltegioConfig config;

    Bookings(Altegio altegio, AltegioConfig config) {
        this.altegio = altegio;
        this.config = config;
    }

    /**
     * @throws OutcomeUnknown when the operation was sent and nobody knows what became of it
     * @throws AltegioFailure when it was surely not booked
     */
    Booking book(long location, Operation operation, Deadline deadline) {
        try {
            return Booking.from(altegio.book(location, operation.withDefaultMaster(config.defaultMasterId()), deadline));
        } catch (AltegioFailure failure) {
            throw failure.surelyNotProcessed() ? failure : new OutcomeUnknown(failure);
        }
    }
}
