package io.stockroom.shops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stockroom.goods.GoodCode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The settings of a shop, and what is wrong with them. */
class ShopReaderTest {

    @Test
    void readsAllSettings() {
        Shop shop = ShopConfigs.shop("shopify",
                Map.of("master-id", "201", "account-id", "61", "book-on", "Orders/Create", "match", "barcode",
                        "pos", "book"));

        assertEquals("main", shop.name());
        assertEquals(ShopKind.SHOPIFY, shop.kind());
        assertEquals(4564, shop.locationId());
        assertEquals(101, shop.storageId());
        assertEquals(201L, shop.masterId());
        assertEquals(61L, shop.accountId());
        assertEquals(Set.of("orders/create"), shop.bookOn());
        assertEquals(GoodCode.BARCODE, shop.match());
        assertTrue(shop.booksPos());
    }

    @Test
    void booksPaidOrdersByArticleUnlessConfiguredOtherwise() {
        assertEquals(Set.of("orders/paid"), ShopConfigs.shop("shopify", Map.of()).bookOn());
        assertEquals(Set.of("processing", "completed"), ShopConfigs.shop("woocommerce", Map.of()).bookOn());
        assertEquals(GoodCode.ARTICLE, ShopConfigs.shop("shopify", Map.of()).match());
        assertEquals(null, ShopConfigs.shop("shopify", Map.of()).masterId());
    }

    @Test
    void anyNumberOfShopsIsKnownByName() {
        Map<String, String> values = new HashMap<>(ShopConfigs.settings("main", "shopify", Map.of()));
        values.putAll(ShopConfigs.settings("outlet2", "woocommerce", Map.of("location-id", "4565")));
        Shops shops = new Shops(ShopConfigs.of(values));

        assertEquals(4564, shops.named("main").orElseThrow().locationId());
        assertEquals(4565, shops.named("outlet2").orElseThrow().locationId());
        assertEquals(Optional.empty(), shops.named("Main"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"kind|magento|must be shopify or woocommerce", "kind|''|must be shopify or woocommerce",
            "secrets|''|is required: with an empty secret, anybody could sign",
            "secrets|' , '|is required: with an empty secret, anybody could sign",
            "location-id|''|must be a positive whole number", "location-id|0|must be a positive whole number",
            "storage-id|main|must be a positive whole number", "master-id|-1|must be a positive whole number",
            "account-id|1.5|must be a positive whole number",
            "currency|''|must be the location's currency in three capital letters, such as EUR",
            "currency|euro|must be the location's currency in three capital letters, such as EUR",
            "match|title|must be article or barcode", "pos|maybe|must be skip or book",
            "book-on|orders/updated|must be one of orders/paid, orders/create, orders/fulfilled",
            "book-on|orders/paid,orders/create|must be one of orders/paid, orders/create, orders/fulfilled"})
    void refusesWhatMeansNothing(String setting, String value, String rule) {
        assertEquals(List.of("STOCKROOM_SHOPS_MAIN_" + setting.toUpperCase().replace('-', '_') + " " + rule),
                errors("main", "shopify", Map.of(setting, value)));
    }

    @ParameterizedTest
    @CsvSource({"pos,book", "book-on,unpaid", "book-on,'processing,#'"})
    void refusesWhatContradictsWooCommerce(String setting, String value) {
        List<String> errors = errors("main", "woocommerce", Map.of(setting, value));

        assertEquals(1, errors.size(), errors::toString);
        assertTrue(errors.get(0).startsWith("STOCKROOM_SHOPS_MAIN_" + setting.toUpperCase().replace('-', '_')), errors::toString);
    }

    @ParameterizedTest
    @CsvSource({"4564", "Main", "'a-b'"})
    void refusesNamesThatAreAmbiguousInAnEnvironmentVariable(String name) {
        assertEquals(1, errors('"' + name + '"', "shopify", Map.of()).size());
    }

    @Test
    void aShopWithoutAnySettingIsNone() {
        ShopsConfig config = ShopConfigs.of(Map.of("main.kind", "", "main.location-id", "", "main.match", ""));

        assertEquals(List.of(), Shops.errors(config, true));
        assertEquals(Optional.empty(), new Shops(config).named("main"));
    }

    @Test
    void aFunctionThatVerifiesNothingNeedsNoSecrets() {
        assertEquals(List.of(), Shops.errors(ShopConfigs.of(ShopConfigs.settings("main", "shopify", Map.of("secrets", ""))), false));
    }

    private static List<String> errors(String name, String kind, Map<String, String> others) {
        return Shops.errors(ShopConfigs.of(ShopConfigs.settings(name, kind, others)), true);
    }
}
