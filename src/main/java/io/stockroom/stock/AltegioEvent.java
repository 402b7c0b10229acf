package io.stockroom.stock;

import io.stockroom.input.InvalidInputException;
import io.stockroom.problems.Violation;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An event as Altegio's webhooks post it. Its {@code resource} and ids say what it is about; titles are not looked at.
 *
 * @param resource what kind of thing has changed
 * @param id       its id, or null
 * @param data     the thing itself; empty if Altegio sends none
 */
record AltegioEvent(String resource, Long id, Map<?, ?> data) {

    private static final String OPERATION_PREFIX = "goods_operations_";
    private static final String GOOD = "good";
    private static final String VISIT = "record";
    private static final List<String> LOCATION_NAMES = List.of("company_id", "location_id", "salon_id");
    private static final List<String> GOOD_ID_NAMES = List.of("good_id", "product_id");
    private static final List<String> GOOD_NAMES = List.of("good", "product");
    private static final Pattern RESOURCE = Pattern.compile("[a-z][a-z0-9_]{0,63}");
    private static final BigDecimal MAX_ID = new BigDecimal(Long.MAX_VALUE);

    /**
     * Reads an event.
     *
     * @param location the location of the webhook's address, which must be the event's
     * @param pointer  where the event is in the body
     * @throws InvalidInputException if it is no event, or one of another location
     */
    static AltegioEvent of(Map<?, ?> fields, long location, String pointer) {
        if (!(fields.get("resource") instanceof String resource) || !RESOURCE.matcher(resource).matches()) {
            throw new InvalidInputException(Violation.inBody(pointer + "/resource", "must be the kind of what has changed"));
        }
        Optional<String> name = LOCATION_NAMES.stream().filter(fields::containsKey).findFirst();
        if (name.isEmpty() || !Long.valueOf(location).equals(id(fields.get(name.get())))) {
            throw new InvalidInputException(Violation.inBody(pointer + "/" + name.orElse(LOCATION_NAMES.get(0)),
                    "must be the location of the path, " + location));
        }
        return new AltegioEvent(resource, id(fields.get("resource_id")), object(fields.get("data")));
    }

    /** Returns what to look at; empty if the event cannot be about stock. */
    Optional<QueuedGoods> goods(long location) {
        if (resource.startsWith(OPERATION_PREFIX)) {
            // A line that was deleted may come without its data: then it is not known whose stock has changed.
            return Optional.of(new QueuedGoods(location, goodsOf(data), resource));
        }
        if (resource.equals(GOOD)) {
            Set<Long> goods = Stream.concat(goodsOf(data).stream(), Stream.ofNullable(id)).limit(1)
                    .collect(LinkedHashSet::new, Set::add, Set::addAll);
            return Optional.of(new QueuedGoods(location, goods, resource));
        }
        Set<Long> sold = resource.equals(VISIT) ? soldInVisit() : Set.of();
        return sold.isEmpty() ? Optional.empty() : Optional.of(new QueuedGoods(location, sold, resource));
    }

    private Set<Long> soldInVisit() {
        Set<Long> goods = new LinkedHashSet<>();
        if (data.get("goods_transactions") instanceof List<?> lines) {
            lines.forEach(line -> goods.addAll(goodsOf(object(line))));
        }
        return goods;
    }

    /** Returns the good that an object names: by its id, or as an object of its own. */
    private static Set<Long> goodsOf(Map<?, ?> object) {
        return Stream.concat(GOOD_ID_NAMES.stream().map(object::get), GOOD_NAMES.stream().map(object::get).map(AltegioEvent::reference))
                .map(AltegioEvent::id).filter(found -> found != null).limit(1).collect(LinkedHashSet::new, Set::add, Set::addAll);
    }

    private static Object reference(Object value) {
        Map<?, ?> object = object(value);
        return object.isEmpty() ? value : object.containsKey("id") ? object.get("id") : object.get("good_id");
    }

    private static Map<?, ?> object(Object value) {
        return value instanceof Map<?, ?> object ? object : Map.of();
    }

    /** Returns a positive whole number, which may be written as text; null for anything else. */
    static Long id(Object value) {
        try {
            BigDecimal number = value instanceof Number || value instanceof String ? new BigDecimal(value.toString().strip()) : null;
            return number == null || number.signum() <= 0 || number.compareTo(MAX_ID) > 0 ? null : (Long) number.longValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            return null;
        }
    }

    static InvalidInputException invalid(String detail) {
        return new InvalidInputException(Violation.inBody("", detail));
    }
}
