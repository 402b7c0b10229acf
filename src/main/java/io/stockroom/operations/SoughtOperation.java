package io.stockroom.operations;

import io.stockroom.altegio.OperationType;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.Temporal;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What an operation's document looks like in Altegio. What is null was not specified, or could not be read, and then says nothing
 * against a document.
 *
 * @param storageId the only storage that the rows can have; null for a transfer, whose rows may be in either storage
 * @param created   with an offset, or in the location's local time
 */
public record SoughtOperation(Long storageId, Temporal created, List<SoughtLine> lines) {

    /** To how many digits Altegio rounds amounts is not known. */
    private static final BigDecimal ROUNDING = new BigDecimal("0.01");
    /** Offsets of time zones are multiples of a quarter of an hour, and no two are further apart than 26 hours. */
    static final Duration OFFSET_STEP = Duration.ofMinutes(15);
    private static final Duration MAX_OFFSET_DIFFERENCE = Duration.ofHours(26);

    /** @param amount without a sign, which the operation's type determines */
    public record SoughtLine(Long goodId, BigDecimal amount) {

        private boolean canBe(SearchedRow row) {
            return (row.goodId() == null || goodId == null || row.goodId().equals(goodId))
                    && (row.amount() == null || amount == null || row.amount().subtract(amount).abs().compareTo(ROUNDING) <= 0);
        }
    }

    /** Returns the storage of an operation of this type: of a transfer it is not known which storage a row has. */
    static Long storage(int typeId, Long storageId) {
        return typeId == OperationType.TRANSFER.id() ? null : storageId;
    }

    /** Returns whether each of the rows, all of one document, can be a line of this operation. Some lines may have no row. */
    boolean canContain(Collection<SearchedRow> rows) {
        return rows.size() <= lines.size() && rows.stream().allMatch(this::canContain);
    }

    private boolean canContain(SearchedRow row) {
        return (storageId == null || row.storageId() == null || row.storageId().equals(storageId))
                && lines.stream().anyMatch(line -> line.canBe(row));
    }

    /**
     * Returns whether Altegio may have stored the creation time as this one. It may have ignored the offset, and dropped the seconds.
     *
     * @param offsets that the location's times are known to have; if none is, a time without an offset may have any
     */
    boolean canBeCreatedAt(Temporal stored, Set<ZoneOffset> offsets) {
        if (stored == null || created == null) {
            return true;
        }
        Duration digits = difference(local(stored), local(created));
        if (digits.isZero()) {
            return true;
        }
        if (stored instanceof OffsetDateTime && created instanceof OffsetDateTime) {
            return difference(utc(stored), utc(created)).isZero();
        }
        if (offsets.isEmpty() || !(created instanceof OffsetDateTime sent)) {
            return digits.compareTo(MAX_OFFSET_DIFFERENCE) <= 0 && digits.toSeconds() % OFFSET_STEP.toSeconds() == 0;
        }
        return offsets.stream().flatMap(SoughtOperation::withDaylightSaving)
                .anyMatch(offset -> difference(local(stored), sent.withOffsetSameInstant(offset).toLocalDateTime()).isZero());
    }

    /** Returns the offset, and those that are an hour from it: the time may be in another season than those that are known. */
    private static Stream<ZoneOffset> withDaylightSaving(ZoneOffset offset) {
        return Stream.of(-3600, 0, 3600).map(change -> offset.getTotalSeconds() + change)
                .filter(seconds -> Math.abs(seconds) <= ZoneOffset.MAX.getTotalSeconds()).map(ZoneOffset::ofTotalSeconds);
    }

    private static Duration difference(LocalDateTime stored, LocalDateTime sent) {
        LocalDateTime compared = stored.getSecond() == 0 ? sent.withSecond(0) : sent;
        return Duration.between(stored.withNano(0), compared.withNano(0)).abs();
    }

    private static LocalDateTime utc(Temporal time) {
        return ((OffsetDateTime) time).withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime();
    }

    private static LocalDateTime local(Temporal time) {
        return time instanceof OffsetDateTime exact ? exact.toLocalDateTime() : (LocalDateTime) time;
    }
}
