package io.stockroom.operations;

import io.stockroom.altegio.Marker;
import io.stockroom.altegio.Relayed;
import io.stockroom.problems.ProblemException;
import java.util.OptionalLong;

/** An operation to be booked, in whichever dialect its caller wrote it. */
public interface BookingRequest {

    /** Returns what an idempotency key belongs to: requests with equal content, written as JSON, are the same operation. */
    Object content();

    /**
     * Returns the body to send to Altegio, with the marker at the start of the document's comment and of each line's.
     *
     * @param defaultMaster the team member of an operation that has none
     * @throws ProblemException if something that the body needs cannot be looked up
     */
    Object body(Marker marker, OptionalLong defaultMaster);

    /** Returns what identifies the operation's document where no comment does. */
    SoughtOperation sought();

    /** Returns whether Altegio could book a part of it: one of several lines, or the document without its payment. */
    boolean canBeBookedInPart();

    /** Returns the response to the caller, to be written as JSON. */
    Object response(Booking booking);

    /**
     * Returns the response to the caller if Altegio's own response arrived.
     *
     * @param sent Altegio's response
     */
    default Object response(Booking booking, Relayed sent) {
        return response(booking);
    }
}
