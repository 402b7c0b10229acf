package io.stockroom.stock;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What a search for changed goods has found.
 *
 * @param locations how many locations are configured
 * @param goods     how many goods are queued
 * @param failures  how many locations could not be searched
 */
@RegisterForReflection
public record StockSearchReport(int locations, int goods, int failures) {
}
