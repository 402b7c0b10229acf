package io.stockroom.bench;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;

/** The median and quartiles of several runs. */
record Statistics(double median, double lower, double upper) {

    static Statistics of(Collection<Double> values) {
        double[] all = values.stream().mapToDouble(Double::doubleValue).toArray();
        return new Statistics(percentile(all, 50), percentile(all, 25), percentile(all, 75));
    }

    /** Returns a percentile, linearly interpolated between the two nearest values. */
    static double percentile(double[] values, double percent) {
        if (values.length == 0) {
            throw new IllegalArgumentException("no values");
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double rank = (sorted.length - 1) * percent / 100;
        int below = (int) rank;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (rank - below) * (sorted[above] - sorted[below]);
    }

    /** Formats as {@code 21.3 (20.9–22.0)}; medians of 100 or more have no decimals. */
    String text(int decimals) {
        String number = "%." + (median < 100 ? decimals : 0) + "f";
        return String.format(Locale.ROOT, number + " (" + number + "–" + number + ")", median, lower, upper);
    }
}
