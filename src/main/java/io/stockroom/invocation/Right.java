package io.stockroom.invocation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a caller with a key may do. */
public enum Right {
    /** Sends requests that change nothing. */
    READ,
    /** Books operations. */
    BOOK;

    /** Returns the right's name in settings and in the authorizer's context. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the right with that label; empty if there is none. */
    public static Optional<Right> of(String label) {
        return Arrays.stream(values()).filter(right -> right.label().equals(label)).findFirst();
    }
}
