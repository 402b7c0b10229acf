package io.stockroom.local.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.stockroom.local.sandbox.Operation.Line;
import io.stockroom.local.sandbox.Operation.Parties;
import io.stockroom.local.sandbox.Operation.Price;
import java.math.BigDecimal;
import java.util.stream.LongStream;

/** Turns the body of a request into an operation, and refuses what the live service is known to refuse. */
final class Intake {

    /** Long enough for any note; the service's own limit is not known. */
    private static final int LONGEST_COMMENT = 1000;

    private static final String[] MASTER = {"master_id", "staff_id", "team_member_id"};
    private static final String[] GOOD = {"good_id", "product_id"};

    private final Catalog catalog;
    private final Form form;
    private final long master;
    private final long desk;

    private Intake(Catalog catalog, Form form) {
        this.catalog = catalog;
        this.form = form;
        this.master = form.id(catalog.masters().keySet(), MASTER);
        this.desk = form.id(catalog.accounts().keySet(), "account_id");
    }

    static Operation read(JsonNode body, Catalog catalog) {
        return new Intake(catalog, new Form(body)).operation();
    }

    private Operation operation() {
        Type type = Type.of(form.id("type_id")).orElse(null);
        form.check(type != null, "type_id", "must be 1 to 5");
        Operation operation = new Operation(type, form.date("create_date"),
                form.requiredId(catalog.storages().keySet(), "storage_id"), comment(form),
                form.forms("goods_transactions").stream().map(line -> line(line, type)).toList());
        form.refuseFaults();
        if (operation.lines().stream().anyMatch(line -> line.parties().masterId() == 0)) {
            throw Refusal.business("Staff member required");
        }
        return operation;
    }

    private Line line(Form line, Type type) {
        Price price = new Price(line.decimal("cost_per_unit", Intake::notNegative, "must not be negative"),
                line.decimal("discount", Intake::percent, "must be 0 to 100"),
                line.decimal("cost", Intake::notNegative, "must not be negative"));
        long unitType = line.id("operation_unit_type");
        line.check(unitType == 1 || unitType == 2, "operation_unit_type", "must be 1 or 2");
        return new Line(line.requiredId(catalog.goods().keySet(), GOOD),
                line.decimal("amount", amount -> amount.signum() > 0, "must be positive"), price, (int) unitType,
                parties(line), comment(line), line.text("good_special_number"), paidTo(line, type));
    }

    private Parties parties(Form line) {
        long own = line.id(catalog.masters().keySet(), MASTER);
        return new Parties(own == 0 ? master : own, line.id(catalog.clients().keySet(), "client_id"),
                line.id(catalog.suppliers().keySet(), "supplier_id"), 0, 0);
    }

    /** A line's own word goes before the operation's. Without a cash desk the location's first one is used. */
    private long paidTo(Form line, Type type) {
        long own = line.id(catalog.accounts().keySet(), "account_id");
        boolean paid = line.has("paid") ? line.flag("paid") : form.flag("paid");
        // Money changes hands for goods sold or bought only.
        if (!paid || type != Type.SALE && type != Type.RECEIPT) {
            return 0;
        }
        return LongStream.of(own, desk).filter(account -> account != 0).findFirst()
                .orElseGet(() -> catalog.accounts().keySet().stream().findFirst().orElse(0L));
    }

    private static String comment(Form form) {
        String comment = form.text("comment");
        form.check(comment.length() <= LONGEST_COMMENT, "comment", "is longer than " + LONGEST_COMMENT + " characters");
        return comment;
    }

    private static boolean notNegative(BigDecimal number) {
        return number.signum() >= 0;
    }

    private static boolean percent(BigDecimal number) {
        return number.signum() >= 0 && number.compareTo(BigDecimal.valueOf(100)) <= 0;
    }
}
