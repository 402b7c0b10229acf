package io.stockroom.operations;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.stockroom.altegio.Marker;
import io.stockroom.altegio.OperationType;
import io.stockroom.input.Input;
import io.stockroom.input.InvalidInputException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.OptionalLong;

/**
 * A validated operation to be booked, in the form that Altegio accepts: {@code POST /storage_operations/operation/{location_id}}.
 *
 * @param typeId    the number of an {@link OperationType}
 * @param masterId  the team member; Altegio rejects operations without one
 * @param paid      whether it is paid, so that Altegio also creates the financial transactions
 * @param accountId the cash desk of the payment
 */
@RegisterForReflection
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Operation(int typeId, OffsetDateTime createDate, Long storageId, Long masterId, String comment, Boolean paid,
        Long accountId, List<OperationLine> goodsTransactions) implements BookingRequest {

    /** With the marker, a comment of the operation or of a line stays within 255 characters: if Altegio truncates longer ones, no word is lost. */
    static final int MAX_COMMENT_LENGTH = 255 - Marker.LENGTH;

    /**
     * Reads an operation; a field may have any of the names that Altegio uses for it.
     *
     * @throws InvalidInputException with all violations
     */
    public static Operation from(Input input) {
        Integer typeId = input.field("type_id").required().wholeNumber(OperationType.MIN_ID, OperationType.MAX_ID);
        OffsetDateTime createDate = input.field("create_date").required().moment();
        Long storageId = input.field("storage_id").required().id();
        Long masterId = masterId(input);
        String comment = input.field("comment").text(MAX_COMMENT_LENGTH);
        Boolean paid = input.field("paid").flag();
        Long accountId = input.field("account_id").optionalId();
        List<OperationLine> lines = input.field("goods_transactions").required().objects().stream().map(OperationLine::from).toList();
        input.throwIfInvalid();
        return new Operation(typeId, createDate, storageId, masterId, comment, paid, accountId, lines);
    }

    /** Reads the team member, under any of Altegio's names for it. */
    static Long masterId(Input input) {
        return input.field("master_id", "staff_id", "team_member_id").optionalId();
    }

    @Override
    public Object content() {
        return canonical();
    }

    @Override
    public Object body(Marker marker, OptionalLong defaultMaster) {
        return withDefaultMaster(defaultMaster).marked(marker);
    }

    @Override
    public SoughtOperation sought() {
        return new SoughtOperation(SoughtOperation.storage(typeId, storageId), createDate,
                goodsTransactions.stream().map(line -> new SoughtOperation.SoughtLine(line.goodId(), line.amount())).toList());
    }

    @Override
    public boolean canBeBookedInPart() {
        return goodsTransactions.size() > 1 || isPaid(paid, accountId)
                || goodsTransactions.stream().anyMatch(line -> isPaid(line.paid(), line.accountId()));
    }

    private static boolean isPaid(Boolean paid, Long accountId) {
        return Boolean.TRUE.equals(paid) || accountId != null;
    }

    @Override
    public Object response(Booking booking) {
        return BookingCompletion.of(booking, this);
    }

    /** Returns the same operation with the marker in its comment and in each line's, because a search returns lines only. */
    Operation marked(Marker marker) {
        return new Operation(typeId, createDate, storageId, masterId, marker.markedIn(comment), paid, accountId,
                goodsTransactions.stream().map(line -> line.marked(marker)).toList());
    }

    /** Returns the operation in canonical form: field order, white space and {@code 1.0} versus {@code 1} do not matter. */
    Operation canonical() {
        return new Operation(typeId, createDate, storageId, masterId, comment, paid, accountId,
                goodsTransactions.stream().map(OperationLine::canonical).toList());
    }

    /** Returns the operation with this team member if it has none. */
    Operation withDefaultMaster(OptionalLong master) {
        return masterId != null || master.isEmpty() ? this
                : new Operation(typeId, createDate, storageId, master.getAsLong(), comment, paid, accountId, goodsTransactions);
    }
}
