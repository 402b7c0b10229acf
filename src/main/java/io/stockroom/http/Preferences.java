package io.stockroom.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a caller prefers, by {@code Accept} or {@code Accept-Encoding} of RFC 9110, sections 12.4 and 12.5. Of the
 * parameters only the weight counts; elements that can't be read count as not sent.
 */
record Preferences(List<Range> ranges) {

    private static final Pattern WEIGHT = Pattern.compile("(0(\\.\\d{0,3})?|1(\\.0{0,3})?)");
    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9a-z-]+";
    private static final Pattern CODING = Pattern.compile(TOKEN);
    private static final Pattern MEDIA_TYPE = Pattern.compile(TOKEN + "/" + TOKEN + "|\\*");

    /** @param weight from 0, not wanted, to 1 */
    record Range(String name, double weight) {

        /** How closely it names this: 3 exactly, 2 by type, 1 as anything, 0 not at all. */
        private int closeness(String offer) {
            if (name.equals(offer)) {
                return 3;
            }
            if (name.equals("*") || name.equals("*/*")) {
                return 1;
            }
            return name.endsWith("/*") && offer.startsWith(name.substring(0, name.length() - 1)) ? 2 : 0;
        }
    }

    /** @param accept null when the caller did not send it */
    static Preferences ofMediaTypes(String accept) {
        return of(accept, MEDIA_TYPE);
    }

    /** @param acceptEncoding null when the caller did not send it */
    static Preferences ofCodings(String acceptEncoding) {
        return of(acceptEncoding, CODING);
    }

    private static Preferences of(String header, Pattern shape) {
        List<Range> ranges = new ArrayList<>();
        for (String element : header == null ? new String[0] : header.toLowerCase(Locale.ROOT).split(",")) {
            String[] parts = element.split(";");
            String name = parts.length == 0 ? "" : parts[0].strip();
            double weight = weight(parts);
            if (shape.matcher(name).matches() && weight >= 0) {
                ranges.add(new Range(name, weight));
            }
        }
        return new Preferences(List.copyOf(ranges));
    }

    /** The best of the offers, by weight and then by their order; empty when none is acceptable. */
    <T> Optional<T> best(Map<String, T> offers) {
        if (ranges.isEmpty()) {
            return offers.values().stream().findFirst();
        }
        T best = null;
        double most = 0;
        for (Map.Entry<String, T> offer : offers.entrySet()) {
            double weight = weight(offer.getKey());
            if (weight > most) {
                most = weight;
                best = offer.getValue();
            }
        }
        return Optional.ofNullable(best);
    }

    /** The weight of the range that names the offer most closely; 0 when none does. */
    double weight(String offer) {
        int closest = 0;
        double weight = 0;
        for (Range range : ranges) {
            int closeness = range.closeness(offer);
            if (closeness > closest) {
                closest = closeness;
                weight = range.weight;
            }
        }
        return weight;
    }

    /** 1 where none is named, negative where it can't be read. */
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
