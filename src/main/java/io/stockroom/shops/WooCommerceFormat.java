package io.stockroom.shops;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Orders as WooCommerce sends them: https://woocommerce.github.io/woocommerce-rest-api-docs, "Order properties". */
final class WooCommerceFormat implements ShopFormat {

    private static final Set<String> TOPICS = Set.of("order.created", "order.updated", "order.restored");
    private static final Pattern PING = Pattern.compile("webhook_id=[0-9]{1,19}");
    /** What WordPress's {@code wp_specialchars_decode} decodes: WooCommerce signs with the secret in that form. */
    private static final Pattern ENTITY = Pattern
            .compile("&(?:(amp)|(lt)|(gt)|(quot)|#0*(38|60|62|34|39)|#[xX]0*(26|3[cC]|3[eE]|22|27));");

    @Override
    public List<String> signatureHeaders() {
        return List.of("X-WC-Webhook-Signature");
    }

    @Override
    public List<String> topicHeaders() {
        return List.of("X-WC-Webhook-Topic");
    }

    /** A secret that WooCommerce generates may contain any character but a line break. */
    @Override
    public List<String> secrets(String text) {
        return text.lines().map(String::strip).filter(secret -> !secret.isEmpty()).toList();
    }

    /** The secret may have been copied as it is stored, with entities, or as it is shown. */
    @Override
    public List<String> keys(String secret) {
        return Stream.of(secret, decoded(secret)).distinct().toList();
    }

    private static String decoded(String secret) {
        return ENTITY.matcher(secret).replaceAll(entity -> Matcher.quoteReplacement(String.valueOf(character(entity.group()))));
    }

    private static char character(String entity) {
        return switch (entity) {
            case "&amp;" -> '&';
            case "&lt;" -> '<';
            case "&gt;" -> '>';
            case "&quot;" -> '"';
            default -> (char) (Character.toLowerCase(entity.charAt(2)) == 'x' ? Integer.parseInt(entity, 3, entity.length() - 1, 16)
                    : Integer.parseInt(entity, 2, entity.length() - 1, 10));
        };
    }

    /** Saving a webhook sends one, form-encoded and without any of the headers; only the status 200 satisfies WooCommerce. */
    @Override
    public boolean isPing(ShopDelivery delivery) {
        return delivery.signature(this) == null && delivery.topic(this) == null && PING.matcher(delivery.bodyText().strip()).matches();
    }

    @Override
    public Optional<String> ignoredBecause(Shop shop, String topic, OrderObject order) {
        if (!TOPICS.contains(topic)) {
            return Optional.of("topic that books nothing");
        }
        if (order.isIdOnly() || returned(order) != null) {
            return Optional.empty();
        }
        if (!shop.bookOn().contains(String.valueOf(order.text("status")))) {
            return Optional.of("status that books nothing");
        }
        return isPaid(order) || shop.bookOn().contains(Shop.UNPAID) ? Optional.empty() : Optional.of("order that is not paid yet");
    }

    @Override
    public ShopOrder order(String topic, OrderObject order) {
        String id = order.requiredId("id");
        String number = order.text("number");
        OffsetDateTime created = created(order);
        Temporal modified = order.time("date_modified_gmt");
        boolean isSale = !Set.of("refunded", "cancelled").contains(String.valueOf(order.text("status")));
        return OrderLines.of(order, WooCommerceFormat::add)
                .read((lines, leftOut) -> new ShopOrder(id, number == null ? id : number, created, created.toInstant(),
                        modified == null ? null : instant(modified), order.requiredText("currency"), isPaid(order), lines, leftOut,
                        returned(order), isSale));
    }

    /** A bundle's parent without a SKU has a total of 0 when its children have the money; else its money must not be lost. */
    private static void add(int position, OrderObject line, OrderLines lines) {
        String sku = line.text("sku");
        BigDecimal paid = line.requiredDecimal("total").add(line.decimalOrZero("total_tax"));
        if (sku == null && (line.id("product_id") == null || paid.signum() == 0)) {
            lines.leaveOut(position, line.id("product_id") == null ? "custom item" : "no SKU and no price");
        } else {
            lines.add(position, sku, line.text("name"), line.requiredDecimal("quantity"), paid);
        }
    }

    private static boolean isPaid(OrderObject order) {
        return order.text("date_paid_gmt") != null || order.text("date_paid") != null;
    }

    /** Returns what may have come back: WooCommerce's refunds do not contain lines, and a paid order that is canceled restocks. */
    private static String returned(OrderObject order) {
        String status = String.valueOf(order.text("status"));
        List<OrderObject> refunds = order.objects("refunds");
        if (refunds.isEmpty() && !status.equals("refunded") && !(status.equals("cancelled") && isPaid(order))) {
            return null;
        }
        BigDecimal total = refunds.stream().map(refund -> refund.decimalOrZero("total").abs()).reduce(BigDecimal.ZERO, BigDecimal::add);
        return "status " + status + ", refunds of " + total.toPlainString() + " in all";
    }

    /** Returns the time of the order in the site's zone if it can be derived from both of its forms, else in UTC. */
    private static OffsetDateTime created(OrderObject order) {
        order.requiredText("date_created_gmt");
        Instant created = instant(order.time("date_created_gmt"));
        OffsetDateTime utc = created.atOffset(ZoneOffset.UTC);
        if (!(order.time("date_created") instanceof LocalDateTime local)) {
            return utc;
        }
        Duration offset = Duration.between(utc.toLocalDateTime(), local);
        boolean isOffset = offset.abs().compareTo(Duration.ofHours(14)) <= 0 && offset.toSeconds() % 900 == 0;
        return isOffset ? created.atOffset(ZoneOffset.ofTotalSeconds((int) offset.toSeconds())) : utc;
    }

    /** Times whose name ends in {@code _gmt} are in UTC, although no zone is written. */
    private static Instant instant(Temporal time) {
        return time instanceof OffsetDateTime exact ? exact.toInstant() : ((LocalDateTime) time).toInstant(ZoneOffset.UTC);
    }
}
