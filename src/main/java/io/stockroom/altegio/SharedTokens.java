package io.stockroom.altegio;

/** Keeps what all processes know about each session. Both methods throw a {@link RuntimeException} if it cannot be reached. */
public interface SharedTokens {

    /** Returns what the last change that succeeded has left; {@link SharedToken#NONE} if there was none. */
    SharedToken read(String session);

    /** Replaces what was seen, and returns whether it was still the same. */
    boolean replace(String session, SharedToken seen, SharedToken next);
}
