package io.stockroom.api;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.restassured.specification.RequestSpecification;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Orders as the shops of the sandbox sign and send them. */
public final class SignedOrder {

    public static final String SHOPIFY_SECRET = "shopify-sandbox-secret";
    public static final String WOOCOMMERCE_SECRET = "woocommerce-sandbox-secret";

    private SignedOrder() {
    }

    /** Returns the settings of the two shops, under their property names. */
    static Map<String, String> settings() {
        return Map.ofEntries(Map.entry("stockroom.shops.demo.kind", "shopify"),
                Map.entry("stockroom.shops.demo.secrets", SHOPIFY_SECRET), Map.entry("stockroom.shops.demo.location-id", "4564"),
                Map.entry("stockroom.shops.demo.storage-id", "101"), Map.entry("stockroom.shops.demo.master-id", "201"),
                Map.entry("stockroom.shops.demo.account-id", "61"), Map.entry("stockroom.shops.demo.currency", "EUR"),
                Map.entry("stockroom.shops.woo.kind", "woocommerce"),
                Map.entry("stockroom.shops.woo.secrets", WOOCOMMERCE_SECRET), Map.entry("stockroom.shops.woo.location-id", "4564"),
                Map.entry("stockroom.shops.woo.storage-id", "101"), Map.entry("stockroom.shops.woo.master-id", "201"),
                Map.entry("stockroom.shops.woo.currency", "EUR"));
    }

    static RequestSpecification shopify(String topic, byte[] body) {
        return given().contentType("application/json").header("X-Shopify-Topic", topic)
                .header("X-Shopify-Hmac-SHA256", signature(SHOPIFY_SECRET, body)).body(body);
    }

    static RequestSpecification wooCommerce(String topic, byte[] body) {
        return given().contentType("application/json").header("X-WC-Webhook-Topic", topic)
                .header("X-WC-Webhook-Signature", signature(WOOCOMMERCE_SECRET, body)).body(body);
    }

    /** Returns Base64 of HMAC-SHA256. */
    public static String signature(String secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
