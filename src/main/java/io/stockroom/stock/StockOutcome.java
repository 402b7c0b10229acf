package io.stockroom.stock;

import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Counts what became of goods, and collects those to be looked at again. */
final class StockOutcome {

    private final Set<GoodKey> failed = new HashSet<>();
    private final Set<GoodKey> postponed = new HashSet<>();
    private int looks;
    private int announced;
    private int leftOut;
    private boolean hasStopped;
    private Duration retryAfter = Duration.ZERO;

    void looked() {
        looks++;
    }

    void announced() {
        announced++;
    }

    void unchanged() {
        leftOut++;
    }

    /** A newer look than the event has been announced. */
    void covered() {
        leftOut++;
    }

    void failed(GoodKey good) {
        failed.add(good);
    }

    /** Another instance looks at the good. */
    void busy(GoodKey good) {
        postponed.add(good);
    }

    /** There was no time for these goods. */
    void postponed(Collection<GoodKey> goods) {
        postponed.addAll(goods);
    }

    /** @param minimum how long to wait at least; null if that is not known */
    void stop(Duration minimum) {
        hasStopped = true;
        retryAfter = minimum == null ? Duration.ZERO : minimum;
    }

    boolean hasStopped() {
        return hasStopped;
    }

    Duration retryAfter() {
        return retryAfter;
    }

    boolean hasFailed(GoodKey good) {
        return failed.contains(good);
    }

    /** Returns whether nothing is to be done for the good any more. */
    boolean isDone(GoodKey good) {
        return !failed.contains(good) && !postponed.contains(good);
    }

    boolean hasFailures() {
        return !failed.isEmpty();
    }

    Map<String, Integer> metrics() {
        Map<String, Integer> metrics = new LinkedHashMap<>();
        metrics.put("StockLooks", looks);
        metrics.put("StockAnnounced", announced);
        metrics.put("StockLeftOut", leftOut);
        metrics.put("StockFailures", failed.size());
        return metrics;
    }
}
