package io.stockroom.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptHeaderTest {

    private static final Map<String, String> OFFERS = new LinkedHashMap<>();

    static {
        Stream.of("application/json", "text/csv", "application/x-ndjson").forEach(type -> OFFERS.put(type, type));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "*/* | application/json", "* | application/json", "application/* | application/json", "text/* | text/csv",
            "text/csv, application/json | application/json", "text/csv, application/json;q=0.9 | text/csv",
            "TEXT/CSV ; Q=1.000 | text/csv", "text/csv;header=present;q=0.3, */*;q=0.2 | text/csv",
            "application/*;q=0.4, application/x-ndjson;q=0.5 | application/x-ndjson",
            "*/*, application/json;q=0, text/*;q=0 | application/x-ndjson",
            "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8 | application/json",
            "text/csv;q=0.001, text/html | text/csv",
            "image/png | none", "application/json;q=0 | none", "*/*;q=0.0 | none",
            "'' | application/json", "',;,/,text' | application/json", "'text/csv;q=2, application/json;q=0.1' | application/json",
            "text/csv;q=, ;;q=1 | application/json", "text/csv/x, a b/c, nonsense | application/json"})
    void prefersTheGreatestWeightAndThenTheFirstOffer(String accept, String expected) {
        assertEquals(expected, AcceptHeader.ofMediaTypes(accept).best(OFFERS).orElse("none"));
    }

    @Test
    void noHeaderAcceptsAnything() {
        assertEquals("application/json", AcceptHeader.ofMediaTypes(null).best(OFFERS).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "gzip, deflate, br | true", "gzip;q=0 | false", "* | true", "*, gzip;q=0 | false", "gzip;q=0, * | false",
            "*;q=0, gzip | true", "br | false", "identity | false", "'' | false", "GZIP;q=0.5 | true", "gzip;q=x | false", ";;; | false"})
    void readsCodingsTheSameWay(String acceptEncoding, boolean gzip) {
        assertEquals(gzip, AcceptHeader.ofCodings(acceptEncoding).weight("gzip") > 0);
    }
}
