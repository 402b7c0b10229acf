package io.stockroom.shops;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;
import java.util.Map;
import java.util.Optional;

/** Settings of the shops whose orders are booked, by the name of the shop. {@link Shops} reads and checks the texts. */
@ConfigMapping(prefix = "stockroom.shops")
public interface ShopsConfig {

    @WithParentName
    Map<String, ShopSettings> byName();

    /** One shop. */
    interface ShopSettings {

        /** {@code shopify} or {@code woocommerce}. */
        Optional<String> kind();

        /** The secrets that the shop signs with, one in a line; Shopify's may also be separated by commas. */
        Optional<String> secrets();

        /** The location whose stock the orders move. */
        Optional<String> locationId();

        /** The storage that the goods leave. */
        Optional<String> storageId();

        /** The team member of the sales; absent for the default one. */
        Optional<String> masterId();

        /** The cash desk of orders that are paid; absent if Altegio is not to create payments. */
        Optional<String> accountId();

        /** The location's currency, in three letters. */
        Optional<String> currency();

        /** Shopify's topic, or WooCommerce's statuses separated by commas; with {@code unpaid}, unpaid orders too. */
        Optional<String> bookOn();

        /** What a SKU of the shop is in Altegio: {@code article}, the default, or {@code barcode}. */
        Optional<String> match();

        /** Orders of Shopify's point of sale: {@code skip}, the default, or {@code book}. */
        Optional<String> pos();
    }
}
