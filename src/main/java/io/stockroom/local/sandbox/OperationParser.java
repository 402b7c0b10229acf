package io.stockroom.local.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.stockroom.local.sandbox.SandboxOperation.Line;
import io.stockroom.local.sandbox.SandboxOperation.Parties;
import io.stockroom.local.sandbox.SandboxOperation.Price;
import java.math.BigDecimal;
import java.util.stream.LongStream;

/** Parses a request body into an operation, and rejects what the live service is known to reject. */
final class OperationParser {

    /** Long enough for any note; the service's limit is not known. */
    private static final int MAX_COMMENT_LENGTH = 1000;

    private static final String LINES = "goods_transactions";
    /** The sibling's documentation calls the lines so. */
    private static final String SIBLING_LINES = "transactions";
    private static final String[] MASTER = {"master_id", "staff_id", "team_member_id"};
    private static final String[] GOOD = {"good_id", "product_id"};

    private final Catalog catalog;
    private final RequestForm form;
    private final long masterId;
    private final long cashDeskId;

    private OperationParser(Catalog catalog, RequestForm form) {
        this.catalog = catalog;
        this.form = form;
        this.masterId = form.id(catalog.masters().keySet(), MASTER);
        this.cashDeskId = form.id(catalog.accounts().keySet(), "account_id");
    }

    static SandboxOperation read(JsonNode body, Catalog catalog) {
        return new OperationParser(catalog, new RequestForm(body)).operation();
    }

    /** Returns the name under which a body contains its lines. */
    static String linesField(JsonNode body) {
        return body.has(LINES) ? LINES : SIBLING_LINES;
    }

    private SandboxOperation operation() {
        SandboxOperationType type = SandboxOperationType.of(form.id("type_id")).orElse(null);
        form.check(type != null, "type_id", "must be 1 to 5");
        SandboxOperation operation = new SandboxOperation(type, form.date("create_date", "date"),
                form.requiredId(catalog.storages().keySet(), "storage_id"), comment(form),
                form.forms(LINES, SIBLING_LINES).stream().map(line -> line(line, type)).toList());
        form.throwIfInvalid();
        if (operation.lines().stream().anyMatch(line -> line.parties().masterId() == 0)) {
            throw ApiErrorException.business("Staff member required");
        }
        return operation;
    }

    private Line line(RequestForm line, SandboxOperationType type) {
        Price price = new Price(line.decimal("cost_per_unit", OperationParser::notNegative, "must not be negative"),
                line.decimal("discount", OperationParser::percent, "must be 0 to 100"),
                line.decimal("cost", OperationParser::notNegative, "must not be negative"));
        long unitType = line.id("operation_unit_type");
        line.check(unitType == 1 || unitType == 2, "operation_unit_type", "must be 1 or 2");
        return new Line(line.requiredId(catalog.goods().keySet(), GOOD),
                line.decimal("amount", amount -> amount.signum() > 0, "must be positive"), price, (int) unitType,
                parties(line), comment(line), line.text("good_special_number"), paidTo(line, type));
    }

    private Parties parties(RequestForm line) {
        long lineMasterId = line.id(catalog.masters().keySet(), MASTER);
        return new Parties(lineMasterId == 0 ? masterId : lineMasterId, line.id(catalog.clients().keySet(), "client_id"),
                line.id(catalog.suppliers().keySet(), "supplier_id"), 0, 0);
    }

    /** The line's fields override the operation's. Without a cash desk, the location's first one is used. */
    private long paidTo(RequestForm line, SandboxOperationType type) {
        long lineAccountId = line.id(catalog.accounts().keySet(), "account_id");
        boolean paid = line.has("paid") ? line.flag("paid") : form.flag("paid");
        // Only sales and receipts of goods are paid.
        if (!paid || type != SandboxOperationType.SALE && type != SandboxOperationType.RECEIPT) {
            return 0;
        }
        return LongStream.of(lineAccountId, cashDeskId).filter(account -> account != 0).findFirst()
                .orElseGet(() -> catalog.accounts().keySet().stream().findFirst().orElse(0L));
    }

    private static String comment(RequestForm form) {
        String comment = form.text("comment");
        form.check(comment.length() <= MAX_COMMENT_LENGTH, "comment", "is longer than " + MAX_COMMENT_LENGTH + " characters");
        return comment;
    }

    private static boolean notNegative(BigDecimal number) {
        return number.signum() >= 0;
    }

    private static boolean percent(BigDecimal number) {
        return number.signum() >= 0 && number.compareTo(BigDecimal.valueOf(100)) <= 0;
    }
}
