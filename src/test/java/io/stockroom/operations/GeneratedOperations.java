package io.stockroom.operations;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Generates bodies of operations, valid and invalid ones, with values at and beyond the limits of each field. */
public final class GeneratedOperations {

    private static final List<String> IDS = List.of("1", "\"1\"", "9223372036854775807", "\"9223372036854775807\"", "4564.0", "1e3",
            "\" 7 \"",
            "9223372036854775808", "0", "-1", "1.5", "\"1e3\"");
    private static final List<String> OFFSETS = List.of("Z", "+00:00", "+02:00", "+0530", "-18:00", "+18:00", "+02", "-00:00", "",
            "+19:00");
    private static final List<String> TIMES = List.of("T00:00", "T23:59:59", " 10:00:00", "T10:00:00.000", "T10:00:00.1",
            "T23:59:59.999999999",
            "T24:00", "T10:00:60");
    private static final List<String> DATES = List.of("2026-11-23", "1900-01-01", "2199-12-31", "2028-02-29", "1899-12-31", "2200-01-01",
            "2027-02-29");
    private static final List<String> TEXTS = List.of("", " ", "Заказ № 5", "🎁", "\ufffe\uffff", "a\\u0000b\\u001f\\u007f\\u0080",
            "\\ud83c\\udf81", "\\ud83c",
            "\\ufffd", "\\\"\\\\\\/\\b\\f\\n\\r\\t", "\u2028\u2029", "[sr:0123456789abcdef]", "1e5");

    private final Random random;

    public GeneratedOperations(long seed) {
        this.random = new Random(seed);
    }

    public String next() {
        List<String> fields = new ArrayList<>(List.of("\"type_id\":" + (1 + random.nextInt(5)),
                "\"create_date\":\"" + one(DATES) + one(TIMES) + one(OFFSETS) + '"', "\"storage_id\":" + one(IDS)));
        optional(fields, one(List.of("master_id", "staff_id")), one(IDS));
        optional(fields, "comment", text());
        optional(fields, "paid", one(List.of("true", "\"1\"", "0", "\"false\"", "null")));
        optional(fields, "account_id", one(IDS));
        fields.add("\"goods_transactions\":" + IntStream.rangeClosed(0, random.nextInt(3)).mapToObj(i -> line())
                .collect(Collectors.joining(",", "[", "]")));
        return '{' + String.join(",", fields) + '}';
    }

    private String line() {
        List<String> fields = new ArrayList<>(
                List.of("\"good_id\":" + one(IDS), "\"operation_unit_type\":" + one(List.of("1", "\"2\"", "2.0"))));
        String amount = number();
        String cost = number();
        String discount = one(List.of("0", "0.00", "10", "1e1", "33.333", "100", "0.000000000000001", "99.9999999999999"));
        fields.addAll(List.of("\"amount\":" + amount, "\"cost_per_unit\":" + cost, "\"discount\":" + discount));
        optional(fields, "cost", cost(amount, cost, discount));
        for (String name : List.of("master_id", "client_id", "supplier_id", "account_id")) {
            optional(fields, name, one(IDS));
        }
        optional(fields, "comment", text());
        optional(fields, "good_special_number", one(List.of("\"GC-1\"", "12345678901234567890", "1.50", "1E+400", text())));
        return '{' + String.join(",", fields) + '}';
    }

    /** Numbers of 1 to 17 digits with a scale or an exponent from -17 to 17, and sometimes in quotes. */
    private String number() {
        String digits = IntStream.rangeClosed(0, one(List.of(0, 1, 3, 14, 15, 16))).mapToObj(i -> String.valueOf(random.nextInt(10)))
                .collect(Collectors.joining());
        BigDecimal number = new BigDecimal(digits).movePointLeft(random.nextInt(4) == 0 ? random.nextInt(18) : random.nextInt(3));
        String text = switch (random.nextInt(4)) {
            case 0 -> number.stripTrailingZeros() + "";
            case 1 -> new BigDecimal(digits).signum() == 0 ? "0"
                    : new BigDecimal(digits).stripTrailingZeros().unscaledValue() + "e" + random.nextInt(17);
            default -> number.toPlainString();
        };
        return random.nextInt(4) == 0 ? '"' + text + '"' : text;
    }

    private static String cost(String amount, String costPerUnit, String discount) {
        return new BigDecimal(amount.replace("\"", "")).multiply(new BigDecimal(costPerUnit.replace("\"", "")))
                .multiply(BigDecimal.valueOf(100).subtract(new BigDecimal(discount))).movePointLeft(2)
                .setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    private String text() {
        return '"' + one(TEXTS) + one(TEXTS).repeat(random.nextInt(20)) + '"';
    }

    private void optional(List<String> fields, String name, String value) {
        if (random.nextInt(4) == 0) {
            fields.add('"' + name + "\":" + value);
        }
    }

    /** Returns one of the values; the first ones, which are valid, more often. */
    private <T> T one(List<T> values) {
        return values.get(random.nextInt(1 + random.nextInt(values.size())));
    }
}
