package io.stockroom.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The preferences in an {@code Accept} or {@code Accept-Encoding} header: RFC 9110, sections 12.4 and 12.5. Of the parameters only
 * the weight counts; invalid elements are ignored. A weight without its zero is understood, because Java's HTTP client sends
 * {@code q=.2} unless its user sets the header.
 */
record AcceptHeader(List<Range> ranges) {

    private static final Pattern WEIGHT = Pattern.compile("(0?\\.\\d{1,9}|0\\.?|1(\\.0{0,9})?)");
    /** The media types of V1 and of its relatives; only their clients send one. */
    private static final Pattern ALTEGIOS = Pattern.compile("application/vnd\\.[^/]+\\+json");
    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9a-z-]+";
    private static final Pattern CODING = Pattern.compile(TOKEN);
    private static final Pattern MEDIA_TYPE = Pattern.compile(TOKEN + "/" + TOKEN + "|\\*");

    /** @param weight from 0 (not acceptable) to 1 */
    record Range(String name, double weight) {

        /** Returns how specifically the range matches the offer: 3 exactly, 2 by type, 1 as a wildcard, 0 not at all. */
        private int specificity(String offer) {
            if (name.equals(offer)) {
                return 3;
            }
            if (name.equals("*") || name.equals("*/*")) {
                return 1;
            }
            return name.endsWith("/*") && offer.startsWith(name.substring(0, name.length() - 1)) ? 2 : 0;
        }
    }

    /** @param accept null if the caller did not send it */
    static AcceptHeader ofMediaTypes(String accept) {
        return of(accept, MEDIA_TYPE);
    }

    /** @param acceptEncoding null if the caller did not send it */
    static AcceptHeader ofCodings(String acceptEncoding) {
        return of(acceptEncoding, CODING);
    }

    private static AcceptHeader of(String header, Pattern format) {
        List<Range> ranges = new ArrayList<>();
        for (String element : header == null ? new String[0] : header.toLowerCase(Locale.ROOT).split(",")) {
            String[] parts = element.split(";");
            String name = parts.length == 0 ? "" : parts[0].strip();
            double weight = weight(parts);
            if (format.matcher(name).matches() && weight >= 0) {
                ranges.add(new Range(name, weight));
            }
        }
        return new AcceptHeader(List.copyOf(ranges));
    }

    /** Returns the best offer, by weight and then by order; empty if none is acceptable. */
    <T> Optional<T> best(Map<String, T> offers) {
        if (ranges.isEmpty()) {
            return offers.values().stream().findFirst();
        }
        T best = null;
        double maxWeight = 0;
        for (Map.Entry<String, T> offer : offers.entrySet()) {
            double weight = weight(offer.getKey());
            if (weight > maxWeight) {
                maxWeight = weight;
                best = offer.getValue();
            }
        }
        return Optional.ofNullable(best);
    }

    /** Returns whether the caller accepts a media type of Altegio, such as {@code application/vnd.api.v2+json}. */
    boolean hasAltegios() {
        return ranges.stream().anyMatch(range -> range.weight > 0 && ALTEGIOS.matcher(range.name).matches());
    }

    /** Returns the weight of the most specific range that matches the offer; 0 if none does. */
    double weight(String offer) {
        int maxSpecificity = 0;
        double weight = 0;
        for (Range range : ranges) {
            int specificity = range.specificity(offer);
            if (specificity > maxSpecificity) {
                maxSpecificity = specificity;
                weight = range.weight;
            }
        }
        return weight;
    }

    /** Returns 1 if no weight is given, and a negative number if it is invalid. */
    private static double weight(String[] parts) {
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip();
            if (parameter.startsWith("q=")) {
                Matcher value = WEIGHT.matcher(parameter.substring(2));
                return value.matches() ? Double.parseDouble(value.group()) : -1;
            }
        }
        return 1;
    }
}
