package io.stockroom.input;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameSuggestionsTest {

    private static final List<String> KNOWN = List.of("start_date", "end_date", "page", "count", "goods_transactions");

    @ParameterizedTest
    @CsvSource({"startdate,start_date", "endDate,end_date", "pgae,page", "pages,page", "cuont,count",
            "good_transaction,goods_transactions"})
    void suggestsTheNameForTypos(String typo, String meant) {
        assertEquals(Optional.of(meant), NameSuggestions.nearest(typo, KNOWN));
    }

    @Test
    void suggestsNothingForUnrelatedNames() {
        assertEquals(Optional.empty(), NameSuggestions.nearest("colour", KNOWN));
        assertEquals(Optional.empty(), NameSuggestions.nearest("page", List.of()));
    }

    @ParameterizedTest
    @CsvSource({"'',abc,3", "abc,abc,0", "abcd,acbd,1", "kitten,sitting,3"})
    void distanceIsTheNumberOfEdits(String from, String to, int distance) {
        assertEquals(distance, NameSuggestions.distance(from, to));
    }
}
