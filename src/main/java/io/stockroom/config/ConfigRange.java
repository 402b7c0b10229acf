package io.stockroom.config;

/**
 * The valid values of a number or a duration: both limits and everything between them.
 *
 * @param variable the environment variable of the setting, which names it in messages
 */
record ConfigRange<T extends Comparable<T>>(String variable, T min, T max) {

    boolean contains(T value) {
        return value.compareTo(min) >= 0 && value.compareTo(max) <= 0;
    }

    /** Returns the message for a value outside the range. */
    String error() {
        return variable + " must be between " + min + " and " + max;
    }
}
