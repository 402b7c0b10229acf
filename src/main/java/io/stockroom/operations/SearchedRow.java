package io.stockroom.operations;

import io.stockroom.altegio.AltegioObject;
import io.stockroom.altegio.Marker;
import io.stockroom.altegio.NamedReference;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A transaction in the search for an operation. What cannot be read is null, and then says nothing against the operation.
 *
 * @param amount without its sign, which the operation's type determines
 * @param marker in the line's comment
 */
record SearchedRow(Long id, Long documentId, Long goodId, Long storageId, BigDecimal amount, Optional<Marker> marker) {

    /** To how many digits Altegio rounds amounts is not known. */
    private static final BigDecimal ROUNDING = new BigDecimal("0.01");

    static SearchedRow from(AltegioObject strict) {
        AltegioObject row = strict.lenient();
        BigDecimal amount = row.takeNumber("amount");
        return new SearchedRow(row.takeId("id"), row.takeId("document_id"), id(row.takeReference("good")), id(row.takeReference("storage")),
                amount == null ? null : amount.abs().stripTrailingZeros(), Marker.in(row.takeText("comment")));
    }

    /** Returns what distinguishes the row from others on repeated pages. */
    Object identity() {
        return id == null ? List.of(this) : id;
    }

    /** Returns whether the row belongs to the operation with this marker. */
    boolean isMarked(Marker wanted) {
        return documentId != null && marker.filter(wanted::equals).isPresent();
    }

    /**
     * Returns whether the row can be this line.
     *
     * @param storage of the operation; null if the row may be in any
     */
    boolean matches(OperationLine line, Long storage) {
        return (goodId == null || goodId.equals(line.goodId()))
                && (storageId == null || storage == null || storageId.equals(storage))
                && (amount == null || amount.subtract(line.amount()).abs().compareTo(ROUNDING) <= 0);
    }

    private static Long id(NamedReference reference) {
        return reference == null ? null : reference.id();
    }
}
