package io.stockroom.shops;

import io.stockroom.goods.GoodCode;
import io.stockroom.shops.ShopsConfig.ShopSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the settings of one shop, and reports everything that is wrong with them. */
final class ShopReader {

    /** A name is part of a URL and of environment variables; an underscore would be ambiguous there. */
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]{0,39}");
    private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,17}");
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final Pattern STATUS = Pattern.compile("[a-z0-9][a-z0-9-]*");
    private static final List<String> SHOPIFY_TOPICS = List.of("orders/paid", "orders/create", "orders/fulfilled");

    private final String name;
    private final ShopSettings settings;
    private final List<String> errors = new ArrayList<>();

    ShopReader(String name, ShopSettings settings) {
        this.name = name;
        this.settings = settings;
    }

    static boolean isAbsent(ShopSettings settings) {
        return Stream.of(settings.kind(), settings.secrets(), settings.locationId(), settings.storageId(), settings.masterId(),
                settings.accountId(), settings.currency(), settings.bookOn(), settings.match(), settings.pos()).allMatch(Optional::isEmpty);
    }

    /** Returns the shop. */
    Shop shop() {
        ShopKind kind = ShopKind.named(settings.kind().orElse("")).orElseThrow();
        return new Shop(name, kind, ShopSecrets.of(secrets(kind).stream().flatMap(secret -> kind.format().keys(secret).stream()).toList()),
                Long.parseLong(settings.locationId().orElseThrow()), Long.parseLong(settings.storageId().orElseThrow()),
                settings.masterId().map(Long::valueOf).orElse(null), settings.accountId().map(Long::valueOf).orElse(null),
                settings.currency().orElseThrow(), bookOn(kind), GoodCode.named(match()).orElseThrow(),
                booksPos());
    }

    /** Returns all errors, each with the name of its environment variable. */
    List<String> errors(boolean verifies) {
        if (!NAME.matcher(name).matches()) {
            return List.of("STOCKROOM_SHOPS_<NAME>_… must name each shop with lower-case letters and digits, beginning with a letter");
        }
        Optional<ShopKind> kind = ShopKind.named(settings.kind().orElse(""));
        check("KIND", kind.isPresent(), "must be shopify or woocommerce");
        check("LOCATION_ID", matches(ID, settings.locationId()), "must be a positive whole number");
        check("STORAGE_ID", matches(ID, settings.storageId()), "must be a positive whole number");
        check("MASTER_ID", settings.masterId().isEmpty() || matches(ID, settings.masterId()), "must be a positive whole number");
        check("ACCOUNT_ID", settings.accountId().isEmpty() || matches(ID, settings.accountId()), "must be a positive whole number");
        check("CURRENCY", settings.currency().filter(ShopReader::isCurrency).isPresent(),
                "must be the location's currency in three capital letters, such as EUR");
        check("MATCH", GoodCode.named(match()).isPresent(), "must be article or barcode");
        check("POS", Set.of("skip", "book").contains(settings.pos().orElse("skip")), "must be skip or book");
        kind.ifPresent(known -> check(known, verifies));
        return errors;
    }

    private void check(ShopKind kind, boolean verifies) {
        check("SECRETS", !verifies || !secrets(kind).isEmpty(), "is required: with an empty secret, anybody could sign");
        Set<String> bookOn = bookOn(kind);
        if (kind == ShopKind.SHOPIFY) {
            check("BOOK_ON", bookOn.size() == 1 && SHOPIFY_TOPICS.containsAll(bookOn),
                    "must be one of " + String.join(", ", SHOPIFY_TOPICS));
        } else {
            check("BOOK_ON", !bookOn.equals(Set.of(Shop.UNPAID)) && bookOn.stream().allMatch(STATUS.asMatchPredicate()),
                    "must be statuses of WooCommerce separated by commas, such as processing,completed, and unpaid for unpaid orders too");
            check("POS", !booksPos(), "is for shopify only");
        }
    }

    private void check(String setting, boolean isValid, String rule) {
        if (!isValid) {
            errors.add("STOCKROOM_SHOPS_" + name.toUpperCase(Locale.ROOT) + "_" + setting + " " + rule);
        }
    }

    private String match() {
        return settings.match().orElse(GoodCode.ARTICLE.field());
    }

    private boolean booksPos() {
        return settings.pos().filter("book"::equals).isPresent();
    }

    private static boolean matches(Pattern pattern, Optional<String> text) {
        return text.filter(given -> pattern.matcher(given).matches()).isPresent();
    }

    private static boolean isCurrency(String text) {
        return CURRENCY.matcher(text).matches();
    }

    private List<String> secrets(ShopKind kind) {
        return settings.secrets().map(kind.format()::secrets).orElse(List.of());
    }

    private Set<String> bookOn(ShopKind kind) {
        Set<String> given = Stream.of(settings.bookOn().orElse("").split(",")).map(text -> text.strip().toLowerCase(Locale.ROOT))
                .filter(text -> !text.isEmpty()).collect(Collectors.toCollection(TreeSet::new));
        return given.isEmpty() ? kind.defaultBookOn() : given;
    }
}
