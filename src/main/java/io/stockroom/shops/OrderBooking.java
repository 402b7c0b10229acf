package io.stockroom.shops;

import io.stockroom.altegio.AltegioException;
import io.stockroom.altegio.OperationType;
import io.stockroom.invocation.CallContext;
import io.stockroom.operations.Bookings;
import io.stockroom.operations.Bookings.Booked;
import io.stockroom.operations.Bookings.Outcome;
import io.stockroom.operations.IdempotencyKeyReusedException;
import io.stockroom.operations.LedgerConfig;
import io.stockroom.operations.Operation;
import io.stockroom.problems.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/** Books orders from the queue: each one whole and once, or not at all with a reason for a person. */
@ApplicationScoped
public class OrderBooking {

    private static final Logger LOG = Logger.getLogger(OrderBooking.class);

    /** Part of the timeout that looking up goods leaves for the booking. */
    private static final Duration RESERVE = Duration.ofSeconds(8);
    private static final int MAX_COMMENT_LENGTH = 100;

    private final Shops shops;
    private final OrderGoods goods;
    private final Bookings bookings;
    private final Duration remembered;
    private final Clock clock;

    OrderBooking(Shops shops, OrderGoods goods, Bookings bookings, LedgerConfig ledger, Clock clock) {
        this.shops = shops;
        this.goods = goods;
        this.bookings = bookings;
        this.remembered = ledger.ttl();
        this.clock = clock;
    }

    /**
     * Returns the location that an order is booked at.
     *
     * @throws OrderException if its shop is not configured
     */
    public long location(QueuedOrder queued) {
        return shop(queued).locationId();
    }

    private Shop shop(QueuedOrder queued) {
        return shops.named(queued.shop()).orElseThrow(() -> new OrderException(OrderReason.UNKNOWN_SHOP,
                "No shop is configured under the name " + queued.shop()));
    }

    /**
     * Books an order, unless it is booked already or has nothing to book.
     *
     * @throws OrderException   if the order waits for a person; unless goods came back after the sale, nothing was booked
     * @throws AltegioException as {@link Bookings#book} and the look-up of goods do
     */
    public OrderResult book(QueuedOrder queued, CallContext context) {
        Shop shop = shop(queued);
        OrderObject json = OrderObject.read(queued.body());
        String label = "Order " + label(json) + " of " + shop.name();
        try {
            if (json.isIdOnly()) {
                throw new OrderException(OrderReason.ORDER_TOO_LARGE, "The order was too large to be sent, only its id came."
                        + " Book it by hand, or replay it from a file without the fields that docs/shops.md lists");
            }
            return book(shop, shop.kind().format().order(queued.topic(), json), label, context);
        } catch (OrderException e) {
            throw e.of(label);
        }
    }

    /** Returns the number that people know an order by, before anything else is read. */
    private static String label(OrderObject json) {
        return Stream.of("name", "number", "order_id", "id").filter(json::has).findFirst().map(json::text).orElse("without a number");
    }

    private OrderResult book(Shop shop, ShopOrder order, String label, CallContext context) {
        if (!order.leftOut().isEmpty()) {
            LOG.infof("%s: lines without stock are left out: %s", label, String.join(", ", order.leftOut()));
        }
        OrderResult result = order.isSale() ? bookSale(shop, order, context) : OrderResult.nothing(0);
        if (order.returned() != null) {
            throw new OrderException(OrderReason.GOODS_COME_BACK, (order.isSale() ? "the sale is booked; " : "")
                    + "what came back is not, and is not in the order in full: " + order.returned() + ". Check it in the shop, and book it"
                    + " by hand");
        }
        return result;
    }

    private OrderResult bookSale(Shop shop, ShopOrder order, CallContext context) {
        if (order.lines().isEmpty()) {
            return OrderResult.nothing(order.leftOut().size());
        }
        check(shop, order);
        try {
            Booked booked = bookings.book(shop.key(order.id()), new OrderRequest(order, () -> operation(shop, order, context)), context);
            return booked.outcome() == Outcome.REPLAYED ? OrderResult.already(booked.outcome().label())
                    : OrderResult.booked(booked.outcome().label(), order.leftOut().size());
        } catch (IdempotencyKeyReusedException e) {
            return changed(order, e);
        } catch (AltegioException.RejectedException e) {
            throw new OrderException(OrderReason.REJECTED, words(e.problem()), e);
        }
    }

    private void check(Shop shop, ShopOrder order) {
        if (!shop.currency().equalsIgnoreCase(order.currency())) {
            throw new OrderException(OrderReason.OTHER_CURRENCY, "it is in " + order.currency() + ", the location's currency is "
                    + shop.currency());
        }
        List<String> withoutSku = order.lines().stream().filter(line -> line.sku() == null).map(OrderGoods::label).toList();
        if (!withoutSku.isEmpty()) {
            throw new OrderException(OrderReason.UNKNOWN_SKU, "without a SKU: " + String.join("; ", withoutSku));
        }
        // An older order may have been booked under a key that the ledger no longer has.
        if (!order.created().plus(remembered).isAfter(clock.instant())) {
            throw new OrderException(OrderReason.ORDER_TOO_OLD, "it was placed more than " + remembered.toDays()
                    + " days ago, so that it is not known any more whether it is booked. Look it up in Altegio");
        }
    }

    private Operation operation(Shop shop, ShopOrder order, CallContext context) {
        boolean paid = shop.accountId() != null && order.isPaid();
        return new Operation(OperationType.SALE.id(), order.placed(), shop.storageId(), shop.masterId(), comment(shop, order),
                paid ? true : null, paid ? shop.accountId() : null, goods.lines(shop, order, context.minus(RESERVE)));
    }

    private static String comment(Shop shop, ShopOrder order) {
        String comment = (shop.name() + " " + order.number()).replaceAll("\\p{Cntrl}", " ");
        return comment.substring(0, Math.min(comment.length(), MAX_COMMENT_LENGTH));
    }

    /** An earlier state of an order may be redelivered, or delivered late: the later one is what counts. */
    private static OrderResult changed(ShopOrder order, IdempotencyKeyReusedException reused) {
        BookedOrder booked = reused.recorded().map(BookedOrder::read).orElseThrow(OrderInProgressException::new);
        if (booked.isLaterThan(order)) {
            return OrderResult.already("superseded");
        }
        throw new OrderException(OrderReason.ORDER_CHANGED, "it was changed after it was booked: " + booked.difference(order)
                + ". Nothing was booked for the change");
    }

    private static String words(Problem problem) {
        return Stream.concat(Stream.of(problem.detail()), problem.errors().stream().map(each -> each.place() + ": " + each.detail()))
                .collect(Collectors.joining("; "));
    }
}
