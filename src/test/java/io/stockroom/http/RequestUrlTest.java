package io.stockroom.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestUrlTest {

    private static final Map<String, String> QUERY = Map.of("changed_after", "2026-11-23T10:00:00+02:00");
    private static final String ENCODED = "?changed_after=2026-11-23T10%3A00%3A00%2B02%3A00";

    @Test
    void linkHasTheDomainAndPathOfTheRequest() {
        assertEquals("https://api.example.com/prod/storages/transactions/4564" + ENCODED,
                url("api.example.com", "/prod/storages/transactions/4564", Map.of("host", "elsewhere")));
        assertEquals("http://localhost:8080/a%20%22b" + ENCODED,
                url("localhost:8080", "/a \"b", Map.of("x-forwarded-proto", "http")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a/b", "a\r\nx", "a>; rel=\"next\"", "user@host", ":80"})
    void invalidHostIsLeftOut(String host) {
        assertEquals("/x" + ENCODED, url(null, "/x", Map.of("host", host)));
        assertEquals("/x" + ENCODED, url(host, "/x", Map.of()));
    }

    @Test
    void linkWithoutAPathIsAQuery() {
        assertEquals(ENCODED, url(null, null, Map.of()));
    }

    private static String url(String domain, String path, Map<String, String> headers) {
        RequestContext context = RequestContext.builder().withDomainName(domain).build();
        return RequestUrl.of(APIGatewayV2HTTPEvent.builder().withRawPath(path).withRequestContext(context).build(), headers).with(QUERY);
    }
}
