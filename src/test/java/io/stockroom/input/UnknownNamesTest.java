package io.stockroom.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.stockroom.problems.Violation;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** How much work unknown names cause, in bytes that are allocated: unlike time, they do not depend on the machine. */
class UnknownNamesTest {

    private static final List<String> KNOWN = List.of("good_id", "product_id", "amount", "cost_per_unit", "discount", "cost",
            "operation_unit_type", "master_id", "staff_id", "team_member_id", "client_id", "supplier_id", "comment", "good_special_number");
    /** What a hundred suggestions and the maps of the fields take. Each comparison of two names takes about a kilobyte. */
    private static final long MAX_ALLOCATED_BYTES = 40_000_000;

    private final Input path = Input.ofParameters(Map.of());

    @Test
    void suggestsNamesOnlyUntilTheListOfViolationsIsFull() {
        List<Map<String, Object>> lines = new ArrayList<>();
        for (int line = 0; line < 1000; line++) {
            lines.add(misspelled(70));
        }
        Input body = path.body(Map.of("goods_transactions", lines));
        body.field("goods_transactions").objects().forEach(each -> KNOWN.forEach(each::field));

        assertEquals(100, violationsWithinLimit().size());
    }

    @Test
    void suggestsNamesOnlyForTheFirstOfOneObject() {
        Input body = path.body(misspelled(100_000));
        KNOWN.forEach(body::field);

        List<Violation> violations = violationsWithinLimit();

        assertEquals(100, violations.size());
        assertEquals(new Violation(null, "/cost_per_1000", "is not a known field; did you mean `cost_per_unit`?"), violations.get(0));
        assertEquals("/cost_per_102r", violations.get(99).pointer());
    }

    @Test
    void otherViolationsLeaveFewerPlaces() {
        Input body = path.body(misspelled(100));
        KNOWN.forEach(body::field);
        for (int i = 0; i < 99; i++) {
            body.field("amount").required();
        }

        List<Violation> violations = violationsWithinLimit();

        assertEquals(100, violations.size());
        assertEquals("/cost_per_1000", violations.get(99).pointer());
    }

    @Test
    void suggestsNothingForAnAbsurdlyLongName() {
        assertEquals(Optional.empty(), NameSuggestions.nearest("amount".repeat(150_000), Set.of("amount", "cost")));
        path.body(Map.of("amount".repeat(150_000), 1)).field("amount");

        List<Violation> violations = violationsWithinLimit();

        assertEquals("/" + "amount".repeat(9).substring(0, 50) + "…", violations.get(0).pointer());
        assertEquals("is not a known field; expected one of `amount`", violations.get(0).detail());
    }

    @Test
    void aShortenedNameIsStillText() {
        path.body(Map.of("a" + "🎁".repeat(60), 1, "\ud83c", 2));

        assertEquals(List.of("/a" + "🎁".repeat(24) + "…", "/?"),
                violationsWithinLimit().stream().map(Violation::pointer).toList());
    }

    private static Map<String, Object> misspelled(int number) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = number - 1; i >= 0; i--) {
            fields.put("cost_per_" + Integer.toString(36 * 36 * 36 + i, 36), 1);
        }
        return fields;
    }

    private List<Violation> violationsWithinLimit() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        InvalidInputException invalid = assertThrows(InvalidInputException.class, path::throwIfInvalid);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;

        assertTrue(allocated < MAX_ALLOCATED_BYTES, () -> "Allocated " + allocated + " bytes");
        return invalid.violations();
    }
}
