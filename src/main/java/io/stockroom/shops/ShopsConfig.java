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

        /** Required for each shop: {@code shopify} or {@code woocommerce}. */
        Optional<String> kind();

        /**
         * The secrets that the shop signs with, as text, one in a line, so that two are valid during a rotation; Shopify's may also be
         * separated by commas. {@code receive-webhook} requires it: with an empty secret, anybody could sign.
         */
        Optional<String> secrets();

        /** Required for each shop: the ID of the location whose stock the orders move. */
        Optional<String> locationId();

        /** Required for each shop: the ID of the storage that the goods leave. */
        Optional<String> storageId();

        /** The ID of the team member of the sales. If unset, {@code ALTEGIO_DEFAULT_MASTER_ID}. */
        Optional<String> masterId();

        /** The ID of the cash desk: orders that are paid are booked as paid. Without it, Altegio creates no payments. */
        Optional<String> accountId();

        /**
         * Required for each shop: the location's currency in three capital letters, such as {@code EUR}. Orders in another one wait for a
         * person.
         */
        Optional<String> currency();

        /**
         * What books an order. Shopify: the topic {@code orders/paid} (the default), {@code orders/create} (for cash on delivery) or
         * {@code orders/fulfilled}. WooCommerce: the statuses, separated by commas, {@code processing,completed} by default; with
         * {@code unpaid} among them, orders that are not paid yet are booked too.
         */
        Optional<String> bookOn();

        /** What a SKU of the shop is in Altegio: {@code article} (the default) or {@code barcode}. */
        Optional<String> match();

        /** Orders of Shopify's point of sale: {@code skip} (the default), because the till may book them, or {@code book}. */
        Optional<String> pos();
    }
}
