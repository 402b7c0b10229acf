package io.stockroom.altegio;

/**
 * Altegio's response to a booking.
 *
 * @param data    its field {@code data}, to be read
 * @param relayed all of it, to be passed on
 */
public record BookingResponse(AltegioObject data, Relayed relayed) {
}
