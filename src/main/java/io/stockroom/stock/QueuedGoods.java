package io.stockroom.stock;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stockroom.input.JsonBody;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Goods to look at, as a message of the queue has them.
 *
 * @param goods none if it is not known which, so that those that have changed must be searched for
 * @param cause why
 */
record QueuedGoods(long location, Set<Long> goods, String cause) {

    /** A message is repeated as a whole, so that it should not have too many goods. */
    private static final int MAX_GOODS = 50;

    /** Returns the messages for any number of goods. */
    List<String> messages() {
        ObjectMapper mapper = new ObjectMapper();
        List<Long> all = List.copyOf(new LinkedHashSet<>(goods));
        List<String> messages = new ArrayList<>();
        for (int start = 0; start == 0 || start < all.size(); start += MAX_GOODS) {
            Map<String, Object> message = new LinkedHashMap<>();
            message.put("location_id", location);
            message.put("good_ids", all.subList(start, Math.min(start + MAX_GOODS, all.size())));
            message.put("cause", cause);
            try {
                messages.add(mapper.writeValueAsString(message));
            } catch (JsonProcessingException e) {
                throw new UncheckedIOException(e);
            }
        }
        return messages;
    }

    /** @throws io.stockroom.input.InvalidInputException if the text is no such message */
    static QueuedGoods read(String message) {
        Map<?, ?> fields = JsonBody.read(message == null ? "" : message);
        Long location = AltegioEvent.id(fields.get("location_id"));
        Set<Long> goods = new LinkedHashSet<>();
        boolean isValid = location != null && fields.get("good_ids") instanceof List<?> && fields.get("cause") instanceof String;
        if (isValid) {
            for (Object each : (List<?>) fields.get("good_ids")) {
                isValid &= goods.add(AltegioEvent.id(each));
            }
        }
        if (!isValid || goods.contains(null)) {
            throw AltegioEvent.invalid("must have location_id, good_ids and cause");
        }
        return new QueuedGoods(location, goods, fields.get("cause").toString());
    }
}
