package io.stockroom.bench;

import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * A grouped horizontal bar chart with quartiles as whiskers, as an SVG that supports light and dark mode. A bar much longer than
 * the others is cut, and marked by an arrow next to its value.
 *
 * @param series the meaning of each bar of a group, first to last; at most three
 */
record Chart(String title, String unit, List<String> series, List<Group> groups) {

    private static final int WIDTH = 760;
    private static final int LABEL_WIDTH = 190;
    private static final int VALUE_WIDTH = 70;
    private static final int BAR_HEIGHT = 16;
    private static final int GAP = 14;
    private static final int TOP = 64;
    private static final double MAX_MULTIPLE_OF_MEDIAN = 4;

    private static final String STYLE = """
            text { font: 13px system-ui, sans-serif; fill: #1f2328 } .title { font-size: 15px; font-weight: 600 }
            .paper { fill: #ffffff } .whisker { stroke: #1f2328; stroke-width: 1.5 }
            .s0 { fill: #2f6fde } .s1 { fill: #8bb4f7 } .s2 { fill: #b8bec6 }
            @media (prefers-color-scheme: dark) {
              text { fill: #e6edf3 } .paper { fill: #0d1117 } .whisker { stroke: #e6edf3 }
              .s0 { fill: #4c8dff } .s1 { fill: #27518f } .s2 { fill: #57606a }
            }
            """;

    /** The bars of one contender, one per series; null if there is no value. */
    record Group(String label, List<Statistics> bars) {
    }

    String svg() {
        int height = TOP + groups.size() * (series.size() * BAR_HEIGHT + GAP);
        StringBuilder svg = new StringBuilder();
        svg.append(format("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %1$d %2$d\" width=\"%1$d\" height=\"%2$d\" "
                + "role=\"img\">%n", WIDTH, height));
        svg.append(format("<title>%s</title>%n<style>%n%s</style>%n", escaped(title), STYLE));
        svg.append(format("<rect class=\"paper\" width=\"%d\" height=\"%d\"/>%n", WIDTH, height));
        text(svg, "class=\"title\"", 16, 24, title + ", " + unit);
        for (int i = 0, x = 16; i < series.size(); x += 40 + series.get(i).length() * 7, i++) {
            svg.append(format("<rect class=\"s%d\" x=\"%d\" y=\"36\" width=\"12\" height=\"12\"/>%n", i, x));
            text(svg, "", x + 18, 47, series.get(i));
        }
        int y = TOP;
        for (Group group : groups) {
            text(svg, "text-anchor=\"end\"", LABEL_WIDTH - 10, y + series.size() * BAR_HEIGHT / 2 + 5, group.label());
            for (int i = 0; i < series.size(); i++, y += BAR_HEIGHT) {
                if (group.bars().get(i) != null) {
                    bar(svg, i, y, group.bars().get(i));
                }
            }
            y += GAP;
        }
        return svg.append("</svg>\n").toString();
    }

    private void bar(StringBuilder svg, int series, int y, Statistics value) {
        boolean cut = value.median() > maxLength();
        double middle = y + BAR_HEIGHT / 2.0 - 1;
        double end = cut ? x(maxLength()) : x(Math.max(value.median(), value.upper()));
        svg.append(format("<rect class=\"s%d\" x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\"/>%n",
                series, LABEL_WIDTH, y, x(Math.min(value.median(), maxLength())) - LABEL_WIDTH, BAR_HEIGHT - 2));
        svg.append(cut ? "" : format("<line class=\"whisker\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>%n",
                x(value.lower()), middle, x(value.upper()), middle));
        text(svg, "", end + 6, middle + 5, format(value.median() < 10 ? "%.1f" : "%.0f", value.median()) + (cut ? " ⇥" : ""));
    }

    private double x(double value) {
        return LABEL_WIDTH + Math.min(1, Math.max(0, value) / maxLength()) * (WIDTH - LABEL_WIDTH - VALUE_WIDTH);
    }

    /** Returns the length of the longest bar drawn in full: with a much longer one, the others would not be visible. */
    private double maxLength() {
        double[] all = groups.stream().flatMap(group -> group.bars().stream()).filter(Objects::nonNull)
                .mapToDouble(bar -> Math.max(bar.median(), bar.upper())).toArray();
        return Math.max(1e-9, Math.min(Statistics.percentile(all, 100), MAX_MULTIPLE_OF_MEDIAN * Statistics.percentile(all, 50)));
    }

    private static void text(StringBuilder svg, String attributes, double x, double y, String text) {
        svg.append(format("<text x=\"%.1f\" y=\"%.1f\" %s>%s</text>%n", x, y, attributes, escaped(text)));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
