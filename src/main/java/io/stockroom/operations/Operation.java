package io.stockroom.operations;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.stockroom.input.Input;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.OptionalLong;

/**
 * An operation to be booked, checked, as Altegio takes it: {@code POST /storage_operations/operation/{location_id}}.
 *
 * @param typeId    1 sale, 2 usage, 3 receipt, 4 write-off, 5 transfer
 * @param masterId  the team member; Altegio refuses operations without one
 * @param paid      whether it is paid, so that Altegio makes the financial transactions too
 * @param accountId the cash desk of the payment
 */
@RegisterForReflection
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Operation(int typeId, OffsetDateTime createDate, Long storageId, Long masterId, String comment, Boolean paid,
        Long accountId, List<Line> goodsTransactions) {

    private static final int TYPES = 5;
    /** With the marker it stays within 255: if Altegio cut longer ones off, the marker would be lost. */
    private static final int LONGEST_COMMENT = 255 - Marker.LENGTH;

    /**
     * Reads an operation, under any of the names that Altegio has for its members.
     *
     * @throws io.stockroom.input.InvalidInput with everything that is wrong with it
     */
    public static Operation from(Input input) {
        Integer typeId = input.member("type_id").required().wholeNumber(1, TYPES);
        OffsetDateTime createDate = input.member("create_date").required().moment();
        Long storageId = input.member("storage_id").required().id();
        Long masterId = input.member("master_id", "staff_id", "team_member_id").id();
        String comment = input.member("comment").text(LONGEST_COMMENT);
        Boolean paid = input.member("paid").flag();
        Long accountId = input.member("account_id").id();
        List<Line> lines = input.member("goods_transactions").required().objects().stream().map(Line::from).toList();
        input.refuseFaults();
        return new Operation(typeId, createDate, storageId, masterId, comment, paid, accountId, lines);
    }

    /** The same operation, its document marked. */
    Operation marked(Marker marker) {
        return new Operation(typeId, createDate, storageId, masterId, marker.appendedTo(comment), paid, accountId, goodsTransactions);
    }

    /** The same operation in the one form that compares equal. */
    Operation canonical() {
        return new Operation(typeId, createDate, storageId, masterId, comment, paid, accountId,
                goodsTransactions.stream().map(Line::canonical).toList());
    }

    /** The operation with this team member, if it names none. */
    Operation withDefaultMaster(OptionalLong master) {
        return masterId != null || master.isEmpty() ? this
                : new Operation(typeId, createDate, storageId, master.getAsLong(), comment, paid, accountId, goodsTransactions);
    }
}
