package io.stockroom.shops;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.stockroom.input.Timestamps;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * One object of what a shop sends. Numbers may be quoted, and are exact. A field that cannot be read throws an {@link OrderException} that
 * names it, without its value.
 */
final class OrderObject {

    private static final JsonMapper JSON = JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
    /** No sensible price or quantity has more, and a huge exponent would only cost time. */
    private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]{0,18}(\\.[0-9]{0,30})?([eE][+-]?[0-9]{1,2})?");

    private final String place;
    private final Map<?, ?> fields;

    private OrderObject(String place, Map<?, ?> fields) {
        this.place = place;
        this.fields = fields;
    }

    /** @throws OrderException if the body is not a JSON object */
    static OrderObject read(byte[] body) {
        try {
            if (JSON.readValue(body, Object.class) instanceof Map<?, ?> object) {
                return new OrderObject("", object);
            }
        } catch (JsonProcessingException e) {
            throw new OrderException(OrderReason.INVALID_ORDER, "The body is not valid JSON");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        throw new OrderException(OrderReason.INVALID_ORDER, "The body is not a JSON object");
    }

    /** Returns whether there is an id and nothing else, as of an order that was too large to be sent. */
    boolean isIdOnly() {
        return fields.size() == 1 && fields.containsKey("id");
    }

    boolean has(String name) {
        return fields.get(name) != null;
    }

    /** Returns a text or a number as text, without blanks around it; null if it is absent or blank. */
    String text(String name) {
        Object value = fields.get(name);
        if (value instanceof Map || value instanceof List) {
            throw invalid(name);
        }
        String text = value == null ? "" : value instanceof BigDecimal number ? number.toPlainString() : value.toString().strip();
        return text.isEmpty() ? null : text;
    }

    String requiredText(String name) {
        return required(name, text(name));
    }

    boolean flag(String name) {
        return Boolean.parseBoolean(text(name)) || "1".equals(text(name));
    }

    /** Returns a number; null if it is absent or blank. */
    BigDecimal decimal(String name) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        if (!DECIMAL.matcher(text).matches() || text.chars().noneMatch(Character::isDigit)) {
            throw invalid(name);
        }
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw invalid(name);
        }
    }

    BigDecimal requiredDecimal(String name) {
        return required(name, decimal(name));
    }

    BigDecimal decimalOrZero(String name) {
        BigDecimal number = decimal(name);
        return number == null ? BigDecimal.ZERO : number;
    }

    /** Returns an id, in digits; null if it is absent or 0, which identifies nothing. */
    String id(String name) {
        String text = text(name);
        if (text == null || text.equals("0")) {
            return null;
        }
        if (!text.matches("[0-9]{1,19}")) {
            throw invalid(name);
        }
        return text;
    }

    String requiredId(String name) {
        return required(name, id(name));
    }

    /** Returns a timestamp, with an offset or without; null if it is absent. */
    Temporal time(String name) {
        String text = text(name);
        try {
            return text == null ? null : Timestamps.parse(text);
        } catch (DateTimeException e) {
            throw invalid(name);
        }
    }

    Optional<OrderObject> object(String name) {
        return fields.get(name) instanceof Map<?, ?> object ? Optional.of(new OrderObject(place + name + ".", object)) : Optional.empty();
    }

    /** Returns the objects of a list; an empty list if it is absent. */
    List<OrderObject> objects(String name) {
        Object value = fields.get(name);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> list) || !list.stream().allMatch(Map.class::isInstance)) {
            throw invalid(name);
        }
        return IntStream.range(0, list.size()).mapToObj(i -> new OrderObject(place + name + "[" + i + "].", (Map<?, ?>) list.get(i)))
                .toList();
    }

    OrderException invalid(String name) {
        return new OrderException(OrderReason.INVALID_ORDER, "The field " + place + name + " has an unexpected type or format");
    }

    private <T> T required(String name, T value) {
        if (value == null) {
            throw new OrderException(OrderReason.INVALID_ORDER, "The field " + place + name + " is missing");
        }
        return value;
    }
}
