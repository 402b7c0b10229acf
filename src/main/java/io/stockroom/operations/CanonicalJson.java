package io.stockroom.operations;

import io.stockroom.input.InvalidInputException;
import io.stockroom.problems.Violation;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Brings parsed JSON to a form that is equal for equal JSON: fields in the order of their names, numbers by their values. */
final class CanonicalJson {

    /** No number of Altegio's has more digits; written out, the exponent of a short one could fill the memory. */
    private static final int MAX_SCALE = 1000;

    private CanonicalJson() {
    }

    /** @throws InvalidInputException if a number is too large or too small to be written out */
    static Object of(Object json) {
        if (json instanceof Map<?, ?> object) {
            Map<String, Object> sorted = new TreeMap<>();
            object.forEach((name, value) -> sorted.put(name.toString(), of(value)));
            return sorted;
        }
        if (json instanceof List<?> list) {
            List<Object> elements = new ArrayList<>();
            list.forEach(element -> elements.add(of(element)));
            return elements;
        }
        return json instanceof Number number ? of(number) : json;
    }

    private static BigDecimal of(Number number) {
        BigDecimal exact = new BigDecimal(number.toString());
        if (Math.abs((long) exact.scale()) > MAX_SCALE) {
            throw new InvalidInputException(Violation.inBody("", "contains a number with too many digits"));
        }
        return exact.signum() == 0 ? BigDecimal.ZERO : exact.stripTrailingZeros();
    }
}
