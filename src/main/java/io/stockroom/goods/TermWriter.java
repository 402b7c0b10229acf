package io.stockroom.goods;

import io.stockroom.lists.Format;
import io.stockroom.lists.RowOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

/** Writes the goods that were found for one wanted code after the other, in the order of their ids, until the response is full. */
final class TermWriter implements BiPredicate<String, Map<Long, Good>> {

    private final StockFilter stock;
    private final Format<Good> format;
    private final RowOutput output;
    private final List<String> missing = new ArrayList<>();
    private int codes;
    private long lastId;
    private boolean isEmpty = true;

    /** @param lastId the last of the first code's goods that an earlier response contains, or 0 */
    TermWriter(StockFilter stock, Format<Good> format, RowOutput output, long lastId) {
        this.stock = stock;
        this.format = format;
        this.output = output;
        this.lastId = lastId;
    }

    /** Returns false if not all goods of the code fit. */
    @Override
    public boolean test(String code, Map<Long, Good> goods) {
        if (goods.isEmpty()) {
            missing.add(code);
        }
        for (Good good : goods.values()) {
            if (CodeSearch.id(good) > lastId && !write(good)) {
                return false;
            }
        }
        codes++;
        lastId = 0;
        return true;
    }

    private boolean write(Good good) {
        byte[] row = stock.apply(good).map(format::row).orElse(null);
        if (row != null && !output.write(row)) {
            if (isEmpty) {
                throw new GoodTooLargeException(good.goodId());
            }
            return false;
        }
        isEmpty &= row == null;
        lastId = good.goodId();
        return true;
    }

    /** Returns how many codes have been written with all their goods. */
    int codes() {
        return codes;
    }

    /** Returns the last good that was written of a code whose goods did not all fit, or 0. */
    long lastId() {
        return lastId;
    }

    /** Returns the codes that no good has. */
    List<String> missing() {
        return List.copyOf(missing);
    }
}
