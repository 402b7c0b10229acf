package io.stockroom.transactions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.stockroom.input.Input;
import io.stockroom.input.InvalidInputException;
import io.stockroom.problems.Violation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransactionQueryTest {

    @Test
    void keepsAllParametersOfAltegio() {
        Map<String, String> all = Map.of("page", "2", "count", "100", "start_date", "2026-01-01", "end_date", "2026-01-31",
                "document_id", "17", "changed_after", "2026-01-01T10:00:00", "changed_before", "2026-02-01T00:00:01");

        assertEquals(all, parameters(read(all)));
    }

    @Test
    void alwaysIncludesPageAndCount() {
        assertEquals(Map.of("page", "1", "count", "20"), parameters(read(Map.of())));
    }

    @ParameterizedTest
    @CsvSource({"page,0", "page,1.5", "page,'1,2'", "count,0", "count,1000001", "start_date,2026-02-30", "start_date,01.02.2026",
            "end_date,today", "document_id,0", "changed_after,2026-01-01", "changed_before,yesterday"})
    void rejectsValuesThatAltegioWouldMisread(String name, String value) {
        assertEquals(List.of(name), violations(Map.of(name, value)));
    }

    @Test
    void rejectsReversedRanges() {
        assertEquals(List.of("end_date", "changed_before"), violations(Map.of("start_date", "2026-02-01", "end_date", "2026-01-31",
                "changed_after", "2026-02-01T00:00:00Z", "changed_before", "2026-02-01T01:00:00+02:00")));
    }

    @Test
    void acceptsRangeOfOneDay() {
        read(Map.of("start_date", "2026-02-01", "end_date", "2026-02-01"));
    }

    private static Map<String, String> parameters(SearchRequest search) {
        return search.query().parameters(search.paging().page(), search.paging().count());
    }

    private static SearchRequest read(Map<String, String> query) {
        return SearchRequest.from(Input.ofParameters(Map.of()).query(query), 1000);
    }

    private static List<String> violations(Map<String, String> query) {
        return assertThrows(InvalidInputException.class, () -> read(query)).violations().stream().map(Violation::parameter).toList();
    }
}
