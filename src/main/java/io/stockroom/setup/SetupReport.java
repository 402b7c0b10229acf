package io.stockroom.setup;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/**
 * The result of a check.
 *
 * @param accounts  how many accounts were found
 * @param locations how many locations are configured
 * @param calls     how many calls to Altegio it took
 */
@RegisterForReflection
public record SetupReport(int accounts, int locations, int calls, List<Finding> findings) {
}
