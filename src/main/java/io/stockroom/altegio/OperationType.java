package io.stockroom.altegio;

/** The types of an inventory operation, with the ids that V1 documents. The types of documents have other ids. */
public enum OperationType {

    SALE(1), USAGE(2), RECEIPT(3), WRITE_OFF(4), TRANSFER(5);

    /** The range of the ids, both inclusive. */
    public static final int MIN_ID = SALE.id;
    public static final int MAX_ID = TRANSFER.id;

    private final int id;

    OperationType(int id) {
        this.id = id;
    }

    /** V1's {@code type_id}. */
    public int id() {
        return id;
    }
}
