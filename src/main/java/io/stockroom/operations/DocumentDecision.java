package io.stockroom.operations;

import io.stockroom.input.Field;

/**
 * A caller's decision about an operation that may be one of the documents in Altegio that equal it.
 *
 * @param document the id of the operation's document; null if it is none of them, or if nothing is decided
 */
public record DocumentDecision(Long document, boolean isNone) {

    /** The header of the decision: the id of a document, or {@code none}. */
    public static final String HEADER = "Operation-Document";

    /** No decision. */
    public static final DocumentDecision OPEN = new DocumentDecision(null, false);

    private static final String NONE = "none";

    /** Reads the header. Records a violation if it is neither an id nor {@code none}. */
    static DocumentDecision of(Field header) {
        try {
            return parse(header.text());
        } catch (NumberFormatException e) {
            header.violation("must be the id of a document or " + NONE);
            return OPEN;
        }
    }

    /** @throws NumberFormatException if the text is neither an id nor {@code none} */
    static DocumentDecision parse(String text) {
        return text == null || text.isBlank() ? OPEN : text.strip().equalsIgnoreCase(NONE) ? new DocumentDecision(null, true)
                : new DocumentDecision(Long.valueOf(text.strip()), false);
    }

    /** Returns this decision, or the other one if nothing is decided. */
    DocumentDecision or(DocumentDecision other) {
        return equals(OPEN) ? other : this;
    }
}
