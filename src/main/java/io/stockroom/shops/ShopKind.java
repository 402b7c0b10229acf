package io.stockroom.shops;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The kinds of shops, with what is different between them. */
enum ShopKind {

    SHOPIFY(new ShopifyFormat(), Set.of("orders/paid")),
    WOOCOMMERCE(new WooCommerceFormat(), Set.of("processing", "completed"));

    private final ShopFormat format;
    private final Set<String> defaultBookOn;

    ShopKind(ShopFormat format, Set<String> defaultBookOn) {
        this.format = format;
        this.defaultBookOn = defaultBookOn;
    }

    static Optional<ShopKind> named(String text) {
        return Stream.of(values()).filter(kind -> kind.label().equals(text)).findFirst();
    }

    /** Returns the kind as it is written in the configuration and in keys. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    ShopFormat format() {
        return format;
    }

    /** Returns the topics or statuses that book unless others are configured. */
    Set<String> defaultBookOn() {
        return defaultBookOn;
    }
}
