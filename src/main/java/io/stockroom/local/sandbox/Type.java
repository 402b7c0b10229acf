package io.stockroom.local.sandbox;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;

/** What an operation does: its number in requests, the number of its document's type, and the sign of its amounts. */
public enum Type {

    SALE(1, 1, "Sale of goods"),
    // What documents of usage and transfer are numbered is not published: 4 and 5 are the sandbox's own choice.
    USAGE(2, 4, "Consumables used"),
    RECEIPT(3, 3, "Receipt of goods"),
    WRITE_OFF(4, 7, "Write-off of goods"),
    TRANSFER(5, 5, "Transfer of goods");

    private final int id;
    private final int documentType;
    private final String title;

    Type(int id, int documentType, String title) {
        this.id = id;
        this.documentType = documentType;
        this.title = title;
    }

    static Optional<Type> of(long id) {
        return Arrays.stream(values()).filter(type -> type.id == id).findFirst();
    }

    /** The operation's number, 1 to 5, which its transactions carry too. */
    public int id() {
        return id;
    }

    int documentType() {
        return documentType;
    }

    String title() {
        return title;
    }

    /** A transfer only leaves its storage: no member that names the destination is documented. */
    BigDecimal signed(BigDecimal amount) {
        return this == RECEIPT ? amount : amount.negate();
    }
}
