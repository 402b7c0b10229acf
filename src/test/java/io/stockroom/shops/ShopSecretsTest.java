package io.stockroom.shops;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Signatures of both kinds of shops. The expected ones were made with OpenSSL:
 * {@code printf %s "$body" | openssl dgst -sha256 -hmac "$secret" -binary | base64}.
 */
class ShopSecretsTest {

    private static final String BODY = "{\"id\": 1001, \"note\": \"Чай\"}";
    private static final String SIGNATURE = "B9C3a7JzTaueRmsP/oVJRSDtfxU49x1bw8SNgEU5A0E=";

    @Test
    void acceptsTheSignatureOverTheRawBytesOnly() {
        ShopDeliveries deliveries = deliveries("shopify", "hush");

        assertTrue(deliveries.isAuthentic(shopify(BODY, SIGNATURE)));
        assertFalse(deliveries.isAuthentic(shopify(BODY + " ", SIGNATURE)));
        assertFalse(deliveries.isAuthentic(shopify("", SIGNATURE)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Shopify-Hmac-SHA256", "Shopify-Hmac-SHA256"})
    void acceptsBothNamesOfShopifysHeader(String header) {
        assertTrue(deliveries("shopify", "hush").isAuthentic(delivery("main", Map.of(header, SIGNATURE), BODY)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "07d0b76bb2734dab9e466b0ffe85494520ed7f1538f71d5bc3c48d8045390341",
            "sha256=B9C3a7JzTaueRmsP/oVJRSDtfxU49x1bw8SNgEU5A0E=", "B9C3a7JzTaueRmsP/oVJRSDtfxU49x1bw8SNgEU5A0E==",
            "nYNIDpdRYZpmm1TgwLTEh5frR6vD4JkVFalj0nw9yMw="})
    void rejectsAnythingElse(String signature) {
        assertFalse(deliveries("shopify", "hush").isAuthentic(shopify(BODY, signature)));
    }

    @Test
    void rejectsMissingSignaturesAndUnknownShops() {
        ShopDeliveries deliveries = deliveries("shopify", "hush");

        assertFalse(deliveries.isAuthentic(delivery("main", Map.of(), BODY)));
        assertFalse(deliveries.isAuthentic(delivery("other", Map.of("X-Shopify-Hmac-SHA256", SIGNATURE), BODY)));
        assertFalse(deliveries.isAuthentic(delivery("main", Map.of("X-WC-Webhook-Signature", SIGNATURE), BODY)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hush,other", "other,hush", "other\nhush", "other, hush ,third"})
    void acceptsAnyOfSeveralSecretsOfShopify(String secrets) {
        assertTrue(deliveries("shopify", secrets).isAuthentic(shopify(BODY, SIGNATURE)));
    }

    /** The key is {@code a,b & <c> "d" 'e'}, whichever way it was copied. */
    @ParameterizedTest
    @ValueSource(strings = {"a,b & <c> \"d\" 'e'", "a,b &amp; &lt;c&gt; &quot;d&quot; &#039;e&#039;",
            "a,b &#38; &#60;c&#62; &#034;d&#34; &#x27;e&#X27;", "first one\n a,b &amp; &lt;c&gt; &quot;d&quot; &#039;e&#039; "})
    void decodesSecretsOfWooCommerceAsWordPressDoes(String secrets) {
        assertTrue(deliveries("woocommerce", secrets)
                .isAuthentic(delivery("main", Map.of("X-WC-Webhook-Signature", "inOMyZsfWmBjAA+Vc5lWQnYrsDYtO8ay6gRD1rXMe+w="), BODY)));
    }

    @ParameterizedTest
    @CsvSource({"&amp;lt;,&lt;", "&nbsp;,&nbsp;", "&,&", "&#65;,&#65;"})
    void decodesOnceAndNothingElse(String secret, String key) {
        List<String> keys = ShopKind.WOOCOMMERCE.format().keys(secret);

        assertEquals(key, keys.get(keys.size() - 1));
    }

    @Test
    void aPingNeedsNoSignatureButAnythingElseDoes() {
        ShopDeliveries deliveries = deliveries("woocommerce", "hush");

        assertTrue(deliveries.isAuthentic(delivery("main", Map.of(), "webhook_id=12")));
        assertTrue(deliveries.receive(delivery("main", Map.of(), "webhook_id=12")).isPing());
        for (String body : List.of("webhook_id=", "webhook_id=12&x=1", "webhook_id=1x", "{}", "", "webhook_id=12".repeat(20))) {
            assertFalse(deliveries.isAuthentic(delivery("main", Map.of(), body)), body);
        }
        assertFalse(deliveries.isAuthentic(delivery("main", Map.of("X-WC-Webhook-Topic", "order.created"), "webhook_id=12")));
        assertFalse(deliveries.isAuthentic(delivery("main", Map.of("X-WC-Webhook-Signature", "x"), "webhook_id=12")));
        assertFalse(deliveries("shopify", "hush").isAuthentic(delivery("main", Map.of(), "webhook_id=12")));
    }

    private static ShopDeliveries deliveries(String kind, String secrets) {
        return new ShopDeliveries(new Shops(ShopConfigs.of(ShopConfigs.settings("main", kind, Map.of("secrets", secrets)))));
    }

    private static ShopDelivery shopify(String body, String signature) {
        return delivery("main", Map.of("X-Shopify-Hmac-SHA256", signature), body);
    }

    private static ShopDelivery delivery(String shop, Map<String, String> headers, String body) {
        return new ShopDelivery(shop, new HashMap<>(headers)::get, body.getBytes(UTF_8));
    }
}
