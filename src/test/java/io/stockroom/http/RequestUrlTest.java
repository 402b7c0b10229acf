package io.stockroom.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestUrlTest {

    private static final Map<String, List<String>> QUERY = Map.of("changed_after", List.of("2026-11-23T10:00:00+02:00"));
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

    /** API Gateway takes the mapping of a custom domain off the path: the link is relative, which is right behind any mapping. */
    @Test
    void linkBehindACustomDomainIsRelativeToTheRequest() {
        APIGatewayV2HTTPEvent event = behindCustomDomain("/storages/transactions/4564");

        String link = RequestUrl.of(event, Map.of()).with(QUERY);

        assertEquals("4564" + ENCODED, link);
        assertEquals("https://api.example.com/stock/storages/transactions/4564" + ENCODED,
                URI.create("https://api.example.com/stock/storages/transactions/4564?page=1").resolve(link).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://api.example.com/stock", "https://api.example.com/stock/"})
    void linkStartsWithTheConfiguredUrl(String base) {
        assertEquals("https://api.example.com/stock/api/v1/storages/transactions/4564" + ENCODED,
                RequestUrl.below(URI.create(base), behindCustomDomain("/api/v1/storages/transactions/4564")).with(QUERY));
    }

    /** A stage that is not $default is part of the path, and of the URL that is configured for it. */
    @Test
    void linkBelowTheConfiguredUrlHasNoStage() {
        APIGatewayV2HTTPEvent event = behindCustomDomain("/prod/storages/transactions/4564");
        event.getRequestContext().setStage("prod");

        assertEquals("https://api.example.com/storages/transactions/4564" + ENCODED,
                RequestUrl.below(URI.create("https://api.example.com"), event).with(QUERY));
    }

    /** As API Gateway sends it for https://api.example.com/stock/…, where "stock" is the mapping. */
    private static APIGatewayV2HTTPEvent behindCustomDomain(String path) {
        RequestContext context = RequestContext.builder().withApiId("a1b2c3d4e5").withDomainName("api.example.com").withDomainPrefix("api")
                .withStage("$default").build();
        return APIGatewayV2HTTPEvent.builder().withRawPath(path).withRequestContext(context).build();
    }

    @Test
    void linkRepeatsAParameterWithSeveralValues() {
        assertEquals("/x?article=a%2Cb&article=c", RequestUrl.of(APIGatewayV2HTTPEvent.builder().withRawPath("/x").build(), Map.of())
                .with(Map.of("article", List.of("a,b", "c"))));
    }

    private static String url(String domain, String path, Map<String, String> headers) {
        RequestContext context = RequestContext.builder().withDomainName(domain).build();
        return RequestUrl.of(APIGatewayV2HTTPEvent.builder().withRawPath(path).withRequestContext(context).build(), headers).with(QUERY);
    }
}
