package io.stockroom.shops;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.stockroom.input.JsonBody;
import io.stockroom.input.Utf8;
import io.stockroom.operations.Gzip;
import java.io.ByteArrayInputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * An order in the queue, as it came.
 *
 * @param shop  its name
 * @param topic of the delivery, in lower case
 */
public record QueuedOrder(String shop, String topic, byte[] body) {

    /** SQS accepts 1 MiB, attributes included; the difference is for the reason, in case the message is dead-lettered. */
    static final int MAX_BYTES = JsonBody.MAX_BYTES - 4096;

    private static final String SHOP = "shop";
    private static final String TOPIC = "topic";
    private static final String ORDER = "order";
    private static final String GZIP = "gzip";
    /** ASCII only, because SQS rejects messages with some characters that JSON may contain. */
    private static final JsonMapper ASCII = JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    /** Returns whether a message, as JSON, contains an order. */
    public static boolean isOrder(Map<?, ?> message) {
        return message.containsKey(SHOP);
    }

    /**
     * Reads a message as {@link #message} writes it.
     *
     * @throws OrderException if it is not an order
     */
    public static QueuedOrder read(Map<?, ?> message) {
        if (message.get(SHOP) instanceof String shop && message.get(TOPIC) instanceof String topic) {
            if (message.get(ORDER) instanceof String order) {
                return new QueuedOrder(shop, topic, order.getBytes(UTF_8));
            }
            if (message.get(GZIP) instanceof String compressed) {
                return new QueuedOrder(shop, topic, decompressed(compressed));
            }
        }
        throw new OrderException(OrderReason.INVALID_ORDER, "The message of the queue has not the fields shop, topic and order");
    }

    /** Returns the message for the queue: readable if it fits, otherwise compressed, and the order's id alone if that does not fit either. */
    public String message() {
        Optional<String> text = Utf8.decodeExactly(body);
        String readable = text.map(order -> message(ORDER, order)).orElse("");
        if (!readable.isEmpty() && readable.length() <= MAX_BYTES) {
            return readable;
        }
        String compressed = message(GZIP, Base64.getEncoder().encodeToString(Gzip.compress(body)));
        return compressed.length() <= MAX_BYTES ? compressed : message(ORDER, idOnly());
    }

    private String idOnly() {
        String id = OrderObject.read(body).id("id");
        return "{\"id\": " + (id == null ? "0" : id) + "}";
    }

    private String message(String field, String value) {
        Map<String, String> message = new LinkedHashMap<>();
        message.put(SHOP, shop);
        message.put(TOPIC, topic);
        message.put(field, value);
        try {
            return ASCII.writeValueAsString(message);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] decompressed(String base64) {
        try {
            return Gzip.decompressBytes(new ByteArrayInputStream(Base64.getDecoder().decode(base64)));
        } catch (IllegalArgumentException | UncheckedIOException e) {
            throw new OrderException(OrderReason.INVALID_ORDER, "The message of the queue is not compressed as it should be", e);
        }
    }
}
