package io.stockroom.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {

    private static final Map<String, String> QUERY = Map.of("changed_after", "2026-11-23T10:00:00+02:00");
    private static final String ENCODED = "?changed_after=2026-11-23T10%3A00%3A00%2B02%3A00";

    @Test
    void aLinkLeadsBackToTheDomainAndPathOfTheRequest() {
        assertEquals("https://api.example.com/prod/storages/transactions/4564" + ENCODED,
                address("api.example.com", "/prod/storages/transactions/4564", Map.of("host", "elsewhere")));
        assertEquals("http://localhost:8080/a%20%22b" + ENCODED,
                address("localhost:8080", "/a \"b", Map.of("x-forwarded-proto", "http")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a/b", "a\r\nx", "a>; rel=\"next\"", "user@host", ":80"})
    void aHostThatIsNoneIsLeftOut(String host) {
        assertEquals("/x" + ENCODED, address(null, "/x", Map.of("host", host)));
        assertEquals("/x" + ENCODED, address(host, "/x", Map.of()));
    }

    @Test
    void withoutAPathTheLinkIsAQuery() {
        assertEquals(ENCODED, address(null, null, Map.of()));
    }

    private static String address(String domain, String path, Map<String, String> headers) {
        RequestContext context = RequestContext.builder().withDomainName(domain).build();
        return Address.of(APIGatewayV2HTTPEvent.builder().withRawPath(path).withRequestContext(context).build(), headers).with(QUERY);
    }
}
