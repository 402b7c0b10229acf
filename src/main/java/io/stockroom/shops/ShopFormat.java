package io.stockroom.shops;

import java.util.List;
import java.util.Optional;

/** How one kind of shop signs, names and writes its orders. */
interface ShopFormat {

    /** Returns the names of the header with the signature; the first one that was sent counts. */
    List<String> signatureHeaders();

    /** Returns the names of the header with the topic. */
    List<String> topicHeaders();

    /** Returns the secrets in the configured text, not decoded further. */
    List<String> secrets(String text);

    /** Returns the texts that the shop may use as its key when this secret is configured. */
    List<String> keys(String secret);

    /** Returns whether the request is the unsigned one by which the shop checks the URL. */
    boolean isPing(ShopDelivery delivery);

    /**
     * Returns why a delivery books nothing, or empty if it must be queued.
     *
     * @throws OrderException if the order cannot be read
     */
    Optional<String> ignoredBecause(Shop shop, String topic, OrderObject order);

    /**
     * Reads an order.
     *
     * @throws OrderException if the order cannot become an operation
     */
    ShopOrder order(String topic, OrderObject order);
}
