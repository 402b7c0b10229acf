package io.stockroom.altegio;

/** Reads secrets. */
public interface SecretReader {

    /**
     * Returns the current value of a secret.
     *
     * @throws RuntimeException if it cannot be read; the message contains no value
     */
    String read(String name);
}
