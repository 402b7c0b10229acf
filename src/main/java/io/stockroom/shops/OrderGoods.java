package io.stockroom.shops;

import io.stockroom.invocation.CallContext;
import io.stockroom.operations.OperationLine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Finds the good of each line of an order. */
@ApplicationScoped
class OrderGoods {

    private final RememberedGoods goods;

    OrderGoods(RememberedGoods goods) {
        this.goods = goods;
    }

    /**
     * Returns the lines of the operation.
     *
     * @throws OrderException with all SKUs that have no good, or more than one
     */
    List<OperationLine> lines(Shop shop, ShopOrder order, CallContext context) {
        Map<String, List<FoundGood>> found = goods.find(shop.locationId(), shop.match(),
                order.lines().stream().map(ShopOrder.Line::sku).collect(Collectors.toSet()), context);
        List<OperationLine> lines = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        List<String> ambiguous = new ArrayList<>();
        for (ShopOrder.Line line : order.lines()) {
            List<FoundGood> candidates = candidates(line.sku(), found.get(line.sku()));
            if (candidates.isEmpty()) {
                unknown.add(label(line) + ": no good has the " + shop.match().field() + " " + line.sku());
            } else if (candidates.size() > 1) {
                ambiguous.add(label(line) + ": the " + shop.match().field() + " " + line.sku() + " fits the goods "
                        + candidates.stream().map(good -> good.id() + " (" + good.code().strip() + ")").collect(Collectors.joining(", ")));
            } else {
                lines.addAll(new PaidLine(candidates.get(0).id(), line.quantity(), line.paid()).lines());
            }
        }
        throwIfAny(unknown, ambiguous);
        return lines;
    }

    /** Returns the goods with exactly this code, or all that fit if none has it exactly. */
    private static List<FoundGood> candidates(String sku, List<FoundGood> found) {
        List<FoundGood> exact = found.stream().filter(good -> good.code().equals(sku)).toList();
        return exact.isEmpty() ? found : exact;
    }

    private static void throwIfAny(List<String> unknown, List<String> ambiguous) {
        List<String> all = new ArrayList<>(unknown);
        all.addAll(ambiguous);
        if (!all.isEmpty()) {
            throw new OrderException(unknown.isEmpty() ? OrderReason.AMBIGUOUS_SKU : OrderReason.UNKNOWN_SKU, String.join("; ", all));
        }
    }

    static String label(ShopOrder.Line line) {
        return "line " + line.position() + (line.title() == null ? "" : " (" + line.title() + ")");
    }
}
