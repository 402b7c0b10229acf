package io.stockroom.operations;

import io.stockroom.altegio.AltegioObject;
import io.stockroom.operations.Booking.BookedTransaction;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Completes the lines of a booking, so that they have the same fields whichever way it became known: Altegio's documented response
 * contains the relations of each line, its flat response and the lines of a document contain only their ids. Nothing is guessed: an id
 * without a known title becomes a reference without one, and what Altegio returns has precedence.
 */
final class BookingCompletion {

    private BookingCompletion() {
    }

    /** Returns the booking with what the rows of a search contain about its lines, above all the titles. */
    static Booking withRows(Booking booking, List<AltegioObject> rows) {
        Map<Long, BookedTransaction> byId = new HashMap<>();
        rows.stream().map(AltegioObject::lenient).map(BookedTransaction::from).filter(row -> row.id() != null)
                .forEach(row -> byId.putIfAbsent(row.id(), row));
        return booking.with(booking.transactions().stream()
                .map(line -> Optional.ofNullable(line.id()).map(byId::get).map(line::completedBy).orElse(line)).toList());
    }

    /** Returns the booking with what follows from its document, from its operation, and from the ids of each line. */
    static Booking of(Booking booking, Operation operation) {
        return booking.with(booking.transactions().stream()
                .map(line -> line.completedBy(known(line, booking.document(), operation)).withReferences()).toList());
    }

    private static BookedTransaction known(BookedTransaction line, Booking.Document document, Operation operation) {
        Optional<OperationLine> sent = sent(line, operation.goodsTransactions());
        Long storageId = line.storageId() == null ? SoughtOperation.storage(operation.typeId(), operation.storageId()) : line.storageId();
        return BookedTransaction.known(document, operation.typeId(), storageId,
                sent.map(OperationLine::supplierId).orElse(null), sent.map(OperationLine::clientId).orElse(null),
                sent.map(OperationLine::masterId).orElse(operation.masterId()));
    }

    /** Returns the line of the operation that this one was booked for; empty if several with the same good have other parties. */
    private static Optional<OperationLine> sent(BookedTransaction line, List<OperationLine> lines) {
        Long goodId = line.goodId() == null && line.good() != null ? line.good().id() : line.goodId();
        List<OperationLine> possible = lines.stream().filter(each -> each.goodId().equals(goodId)).toList();
        boolean isCertain = possible.stream().map(BookingCompletion::parties).distinct().count() == 1;
        return isCertain ? Optional.of(possible.get(0)) : Optional.empty();
    }

    private static List<Optional<Long>> parties(OperationLine line) {
        return List.of(Optional.ofNullable(line.masterId()), Optional.ofNullable(line.supplierId()), Optional.ofNullable(line.clientId()));
    }
}
