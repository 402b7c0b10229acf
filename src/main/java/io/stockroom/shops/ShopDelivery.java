package io.stockroom.shops;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * A request to the route of a shop, whoever sent it.
 *
 * @param shop   the name in the path
 * @param header returns the value of a header by its name; null if it was not sent
 * @param body   byte for byte
 */
public record ShopDelivery(String shop, UnaryOperator<String> header, byte[] body) {

    /** The body of a ping is shorter. */
    private static final int MAX_PING_BYTES = 100;

    /** Returns the signature; null if there is none. */
    String signature(ShopFormat format) {
        return first(format.signatureHeaders());
    }

    /** Returns the topic in lower case; null if there is none. */
    String topic(ShopFormat format) {
        String topic = first(format.topicHeaders());
        return topic == null ? null : topic.toLowerCase(Locale.ROOT);
    }

    /** Returns the body of a short form; empty for a longer one. */
    String bodyText() {
        return body.length > MAX_PING_BYTES ? "" : new String(body, StandardCharsets.UTF_8);
    }

    private String first(List<String> names) {
        return names.stream().map(header).filter(Objects::nonNull).map(String::strip).findFirst().orElse(null);
    }
}
