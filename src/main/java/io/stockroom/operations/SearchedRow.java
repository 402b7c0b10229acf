package io.stockroom.operations;

import io.stockroom.altegio.AltegioObject;
import io.stockroom.altegio.Marker;
import io.stockroom.altegio.NamedReference;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Optional;

/**
 * A transaction in the search for an operation, or a line of a document. What cannot be read is null, and then says nothing against
 * the operation.
 *
 * @param amount  without its sign, which the operation's type determines
 * @param changed when Altegio last changed the row
 * @param marker  in the line's comment
 */
record SearchedRow(Long id, Long documentId, Long goodId, Long storageId, BigDecimal amount, Temporal created, Temporal changed,
        Optional<Marker> marker) {

    static SearchedRow from(AltegioObject strict) {
        AltegioObject row = strict.lenient();
        BigDecimal amount = row.takeNumber("amount");
        return new SearchedRow(row.takeId("id"), row.takeId("document_id"), id(row, "good"), id(row, "storage"),
                amount == null ? null : amount.abs(), row.takeTimestamp("create_date"), row.takeTimestamp("last_change_date"),
                Marker.in(row.takeText("comment")));
    }

    /** Returns what distinguishes the row from others on repeated pages. */
    Object identity() {
        return id == null ? List.of(this) : id;
    }

    /** Returns whether the row belongs to the operation with this marker. */
    boolean isMarked(Marker wanted) {
        return marker.filter(wanted::equals).isPresent();
    }

    /** Returns whether the row definitely changed after this time; false for a time without an offset. */
    boolean isChangedSince(Instant time) {
        return changed instanceof OffsetDateTime exact && !exact.toInstant().isBefore(time);
    }

    /** Returns how far from this time the row changed, in whichever time zone that is nearest; an hour if it is not known. */
    Duration distanceTo(Instant time) {
        if (changed == null) {
            return Duration.ofHours(1);
        }
        if (changed instanceof OffsetDateTime exact) {
            return Duration.between(exact.toInstant(), time).abs();
        }
        long step = SoughtOperation.OFFSET_STEP.toMillis();
        long remainder = Duration.between((LocalDateTime) changed, time.atOffset(ZoneOffset.UTC).toLocalDateTime()).abs().toMillis() % step;
        return Duration.ofMillis(Math.min(remainder, step - remainder));
    }

    /** Returns the id of a relation, which a search contains as an object and a document's line also, or only, as an id. */
    private static Long id(AltegioObject row, String name) {
        Long id = row.takeId(name + "_id");
        NamedReference reference = row.takeReference(name);
        return id == null && reference != null ? reference.id() : id;
    }
}
