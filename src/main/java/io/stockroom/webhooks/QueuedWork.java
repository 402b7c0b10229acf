package io.stockroom.webhooks;

import io.stockroom.invocation.CallContext;
import java.util.Map;
import java.util.function.Function;

/**
 * What a message asks for.
 *
 * @param isOrder whether it is the order of a shop; otherwise it is an operation
 * @param booking books it once, however often it is called
 */
record QueuedWork(long location, boolean isOrder, Function<CallContext, Done> booking) {

    /**
     * @param outcome in one word, for the log
     * @param metrics counts by the names of the metrics
     */
    record Done(String outcome, Map<String, Integer> metrics) {
    }
}
