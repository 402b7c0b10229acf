package io.stockroom.goods;

import io.stockroom.lists.CsvDialect;
import io.stockroom.lists.CsvFormat;
import io.stockroom.lists.Format;
import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** CSV with one line for each good and storage; a good without stock levels has one line, without a storage and an amount. */
record GoodCsv(CsvFormat<Line> lines) implements Format<Good> {

    /** @param level null for a good without stock levels */
    record Line(Good good, StockLevel level) {
    }

    private static final Map<String, Function<Line, Object>> COLUMNS = new LinkedHashMap<>();

    static {
        good("good_id", Good::goodId);
        good("title", Good::title);
        good("article", Good::article);
        good("barcode", Good::barcode);
        good("category_id", Good::categoryId);
        good("cost", Good::cost);
        good("actual_cost", Good::actualCost);
        good("unit_id", Good::unitId);
        good("unit_short_title", Good::unitShortTitle);
        good("service_unit_id", Good::serviceUnitId);
        good("service_unit_short_title", Good::serviceUnitShortTitle);
        good("unit_equals", Good::unitEquals);
        good("unit_actual_cost", Good::unitActualCost);
        good("critical_amount", Good::criticalAmount);
        good("desired_amount", Good::desiredAmount);
        COLUMNS.put("storage_id", line -> line.level == null ? null : line.level.storageId());
        COLUMNS.put("amount", line -> line.level == null ? null : line.level.amount());
        good("last_change_date", Good::lastChangeDate);
        good("comment", Good::comment);
    }

    /** @param withHeader whether to write the header: see {@link CsvFormat} */
    static GoodCsv of(CsvDialect dialect, boolean withHeader) {
        return new GoodCsv(new CsvFormat<>(COLUMNS, dialect, withHeader));
    }

    private static void good(String name, Function<Good, Object> value) {
        COLUMNS.put(name, line -> value.apply(line.good));
    }

    @Override
    public String mediaType() {
        return lines.mediaType();
    }

    @Override
    public byte[] head() {
        return lines.head();
    }

    @Override
    public byte[] row(Good good) {
        if (good.actualAmounts().isEmpty()) {
            return lines.row(new Line(good, null));
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        good.actualAmounts().forEach(level -> bytes.writeBytes(lines.row(new Line(good, level))));
        return bytes.toByteArray();
    }

    @Override
    public byte[] between() {
        return lines.between();
    }

    @Override
    public byte[] tail(Object meta) {
        return lines.tail(meta);
    }
}
