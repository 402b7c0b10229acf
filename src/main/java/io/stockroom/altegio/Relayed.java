package io.stockroom.altegio;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A response of Altegio that is passed on as it is: each field, in its order, and each number with its digits. Only markers are taken
 * off, and credentials are masked.
 *
 * @param body JSON
 */
@RegisterForReflection
public record Relayed(int status, String body) {
}
