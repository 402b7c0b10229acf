package io.stockroom.operations;

import io.stockroom.altegio.Marker;
import io.stockroom.altegio.Relayed;
import io.stockroom.input.InvalidInputException;
import io.stockroom.operations.SoughtOperation.SoughtLine;
import io.stockroom.problems.Violation;
import java.math.BigDecimal;
import java.time.temporal.Temporal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * An operation in Altegio's dialect: a body as a program written for Altegio sends it. It is passed on with all its fields, so that
 * Altegio decides about it; only that it has lines is checked. What is read from it here serves to find its document again.
 */
final class AltegioOperation implements BookingRequest {

    /** If Altegio truncates longer comments, a marker must not push the end of the words out. */
    private static final int MAX_COMMENT_LENGTH = 255;
    private static final String[] LINES = {"goods_transactions", "transactions"};
    private static final String[] MASTER = {"master_id", "staff_id", "team_member_id"};
    private static final String COMMENT = "comment";

    private final AltegioFields body;
    private final String linesName;
    private final List<AltegioFields> lines;

    private AltegioOperation(AltegioFields body, String linesName, List<AltegioFields> lines) {
        this.body = body;
        this.linesName = linesName;
        this.lines = lines;
    }

    /** @throws InvalidInputException if the body has no lines */
    static AltegioOperation from(Map<?, ?> json) {
        AltegioFields body = fields(json);
        String name = Stream.of(LINES).map(body::nameOf).filter(each -> !objects(body.fields().get(each)).isEmpty()).findFirst()
                .orElseThrow(() -> new InvalidInputException(Violation.inBody("/" + LINES[0], "must be an array of at least one object")));
        AltegioOperation operation = new AltegioOperation(body, name, objects(body.fields().get(name)));
        CanonicalJson.of(json);
        return operation;
    }

    /** Returns the objects of an array; an empty list for anything else. */
    private static List<AltegioFields> objects(Object value) {
        return value instanceof List<?> list && list.stream().allMatch(Map.class::isInstance)
                ? list.stream().map(line -> fields((Map<?, ?>) line)).toList() : List.of();
    }

    private static AltegioFields fields(Map<?, ?> object) {
        Map<String, Object> fields = new LinkedHashMap<>();
        object.forEach((name, value) -> fields.put(name.toString(), value));
        return new AltegioFields(fields);
    }

    /** A key belongs to a body in one dialect: the same JSON in the other one has another response. */
    @Override
    public Object content() {
        return Map.of("altegio", CanonicalJson.of(body.fields()));
    }

    @Override
    public Object body(Marker marker, OptionalLong defaultMaster) {
        Map<String, Object> sent = new LinkedHashMap<>(body.fields());
        if (body.id(MASTER) == null && defaultMaster.isPresent()) {
            sent.put(body.nameOf(MASTER), defaultMaster.getAsLong());
        }
        // One comment at least identifies the operation, even if each is too long to keep its words.
        boolean isMarkable = isMarkable(marker, body) || lines.stream().noneMatch(line -> isMarkable(marker, line));
        if (isMarkable && isText(body.value(COMMENT))) {
            mark(marker, body, sent);
        }
        sent.put(linesName, lines.stream().map(line -> markedLine(marker, line)).toList());
        return sent;
    }

    private static Map<String, Object> markedLine(Marker marker, AltegioFields line) {
        Map<String, Object> sent = new LinkedHashMap<>(line.fields());
        if (isMarkable(marker, line)) {
            mark(marker, line, sent);
        }
        return sent;
    }

    private static boolean isMarkable(Marker marker, AltegioFields fields) {
        return isText(fields.value(COMMENT)) && marker.markedIn(comment(fields)).length() <= MAX_COMMENT_LENGTH;
    }

    private static void mark(Marker marker, AltegioFields fields, Map<String, Object> sent) {
        sent.put(fields.nameOf(COMMENT), marker.markedIn(comment(fields)));
    }

    /** PHP writes a comment that was never set as an empty array. */
    private static boolean isText(Object comment) {
        return !(comment instanceof Map) && !(comment instanceof List<?> list && !list.isEmpty());
    }

    private static String comment(AltegioFields fields) {
        Object comment = fields.value(COMMENT);
        return comment == null || comment instanceof List ? null : comment.toString();
    }

    @Override
    public SoughtOperation sought() {
        Long storage = body.id("storage_id");
        BigDecimal type = body.number("type_id");
        boolean isElsewhere = lines.stream().map(line -> line.id("storage_id")).anyMatch(each -> each != null && !each.equals(storage));
        Temporal created = body.time("create_date", "date");
        return new SoughtOperation(isElsewhere || type == null ? null : SoughtOperation.storage(type.intValue(), storage), created,
                lines.stream().map(AltegioOperation::soughtLine).toList());
    }

    private static SoughtLine soughtLine(AltegioFields line) {
        BigDecimal amount = line.number("amount");
        return new SoughtLine(line.id("good_id", "product_id"), amount == null ? null : amount.abs());
    }

    @Override
    public boolean canBeBookedInPart() {
        return lines.size() > 1
                || Stream.concat(Stream.of(body), lines.stream()).anyMatch(each -> each.isSet("paid") || each.isSet("account_id"));
    }

    @Override
    public Object response(Booking booking) {
        return new RecordedResponse(200, AltegioBooking.of(booking));
    }

    @Override
    public Object response(Booking booking, Relayed sent) {
        return RecordedResponse.of(sent);
    }
}
