package io.stockroom.bench;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;

/** The median of several runs, with the quartiles around it as its spread. */
record Statistics(double median, double lower, double upper) {

    static Statistics of(Collection<Double> values) {
        double[] all = values.stream().mapToDouble(Double::doubleValue).toArray();
        return new Statistics(percentile(all, 50), percentile(all, 25), percentile(all, 75));
    }

    /** The value that so many percent lie at or below, in a straight line between the two nearest where none is exact. */
    static double percentile(double[] values, double percent) {
        if (values.length == 0) {
            throw new IllegalArgumentException("there is nothing to take a percentile of");
        }
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double place = (sorted.length - 1) * percent / 100;
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    /** {@code 21.3 (20.9–22.0)}; from 100 on without decimals. */
    String text(int decimals) {
        String number = "%." + (median < 100 ? decimals : 0) + "f";
        return String.format(Locale.ROOT, number + " (" + number + "–" + number + ")", median, lower, upper);
    }
}
