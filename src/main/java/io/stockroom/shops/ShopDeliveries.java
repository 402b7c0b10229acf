package io.stockroom.shops;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Checks what is sent to the routes of the shops, and tells orders from what books nothing. Calls nobody. */
@ApplicationScoped
public class ShopDeliveries {

    private static final Logger LOG = Logger.getLogger(ShopDeliveries.class);

    private final Shops shops;

    ShopDeliveries(Shops shops) {
        this.shops = shops;
    }

    /** @param order to be queued; empty if the delivery books nothing */
    public record Received(boolean isPing, Optional<QueuedOrder> order) {
    }

    /** Returns whether the shop itself has sent this: with its signature, or as WooCommerce's ping, which has none and does nothing. */
    public boolean isAuthentic(ShopDelivery delivery) {
        return shops.named(delivery.shop()).filter(shop -> isPing(shop, delivery) || isSigned(shop, delivery)).isPresent();
    }

    private static boolean isPing(Shop shop, ShopDelivery delivery) {
        return shop.kind().format().isPing(delivery);
    }

    private static boolean isSigned(Shop shop, ShopDelivery delivery) {
        String signature = delivery.signature(shop.kind().format());
        return signature != null && shop.secrets().haveSigned(delivery.body(), signature);
    }

    /** Returns what an authentic delivery is. An order that cannot be read is one too: it becomes a dead letter, and the shop is done. */
    public Received receive(ShopDelivery delivery) {
        Shop shop = shops.named(delivery.shop()).orElseThrow();
        if (isPing(shop, delivery)) {
            return new Received(true, Optional.empty());
        }
        String topic = Optional.ofNullable(delivery.topic(shop.kind().format())).orElse("");
        Optional<String> ignored = ignoredBecause(shop, topic, delivery.body());
        return new Received(false, ignored.isPresent() ? Optional.empty()
                : Optional.of(new QueuedOrder(shop.name(), topic, delivery.body())));
    }

    private static Optional<String> ignoredBecause(Shop shop, String topic, byte[] body) {
        try {
            OrderObject order = OrderObject.read(body);
            Optional<String> why = shop.kind().format().ignoredBecause(shop, topic, order);
            why.ifPresent(reason -> LOG.infof("Nothing to book: shop=%s topic=%s order=%s reason=%s", shop.name(), printable(topic),
                    order.id("id"), reason));
            return why;
        } catch (OrderException unreadable) {
            return Optional.empty();
        }
    }

    /** A header is not signed: it must not begin a line of the log. */
    private static String printable(String topic) {
        return topic.replaceAll("[^a-z0-9_./-]", "?").substring(0, Math.min(topic.length(), 60));
    }
}
