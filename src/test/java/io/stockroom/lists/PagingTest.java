package io.stockroom.lists;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stockroom.input.Input;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PagingTest {

    @Test
    void moreRowsThanAltegioReturnsAtOnceAreReadInPages() {
        Paging paging = read(Map.of("page", "3", "count", "50000"));

        assertEquals(100_000, paging.offset());
        assertEquals(1000, paging.pageSize());
        assertEquals(50_000, paging.count());
        assertEquals(200, read(Map.of("count", "200")).pageSize());
    }

    private static Paging read(Map<String, String> query) {
        return Paging.from(Input.ofParameters(query), 20, 1000);
    }
}
