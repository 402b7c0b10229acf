package io.stockroom.local.sandbox;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;

/** The type of an operation: its number in requests, the number of its document type, and the sign of its amounts. */
public enum SandboxOperationType {

    SALE(1, 1, "Sale of goods", "sale"),
    // The document type numbers of usage and transfer are not published: 4 and 5 are the sandbox's choice.
    USAGE(2, 4, "Consumables used", "consumable"),
    RECEIPT(3, 3, "Receipt of goods", "receipt"),
    WRITE_OFF(4, 7, "Write-off of goods", "stolen"),
    TRANSFER(5, 5, "Transfer of goods", "move");

    private final int id;
    private final int documentType;
    private final String title;
    private final String event;

    SandboxOperationType(int id, int documentType, String title, String event) {
        this.id = id;
        this.documentType = documentType;
        this.title = title;
        this.event = event;
    }

    static Optional<SandboxOperationType> of(long id) {
        return Arrays.stream(values()).filter(type -> type.id == id).findFirst();
    }

    /** Returns the operation's number, 1 to 5, which is also that of its transactions. */
    public int id() {
        return id;
    }

    int documentType() {
        return documentType;
    }

    String title() {
        return title;
    }

    /** Returns the resource of the events about its lines. */
    String resource() {
        return "goods_operations_" + event;
    }

    /** Returns the signed amount. A transfer only leaves its storage: no field for the destination is documented. */
    BigDecimal signed(BigDecimal amount) {
        return this == RECEIPT ? amount : amount.negate();
    }
}
