package io.stockroom.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GatewayEventTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    @Test
    void takesPathParametersFromTheRoute() throws IOException {
        JsonNode event = json(event("GET /storages/{location_id}", "/storages/4564"));
        assertThat(event.at("/routeKey").asText(), is("GET /storages/{location_id}"));
        assertThat(event.at("/rawPath").asText(), is("/storages/4564"));
        assertThat(event.at("/pathParameters").toString(), is("{\"location_id\":\"4564\"}"));
    }

    @Test
    void rejectsPathThatDoesNotMatchTheRoute() throws IOException {
        assertThrows(IllegalArgumentException.class, () -> event("GET /storages/{location_id}", "/elsewhere"));
    }

    @Test
    void decodesThePathButNotTheRawQuery() throws IOException {
        JsonNode event = json(event("GET /a%20b", "/a%20b?name=%D0%BB%D0%B0%D0%BA+1&x=a%2Cb"));
        assertThat(event.at("/rawPath").asText(), is("/a b"));
        assertThat(event.at("/rawQueryString").asText(), is("name=%D0%BB%D0%B0%D0%BA+1&x=a%2Cb"));
        assertThat(event.at("/queryStringParameters/name").asText(), is("лак 1"));
    }

    @Test
    void joinsRepeatedParametersWithCommas() throws IOException {
        JsonNode event = json(event("GET /x", "/x?id=1&flag&id=2"));
        assertThat(event.at("/queryStringParameters").toString(), is("{\"flag\":\"\",\"id\":\"1,2\"}"));
    }

    @Test
    void omitsWhatTheRequestDoesNotContain() throws IOException {
        JsonNode event = json(event("GET /x", "/x"));
        assertThat(event.at("/rawQueryString").asText("none"), is(""));
        assertThat(event.has("queryStringParameters"), is(false));
        assertThat(event.has("pathParameters"), is(false));
        assertThat(event.has("cookies"), is(false));
        assertThat(event.has("body"), is(false));
        assertThat(event.at("/isBase64Encoded").booleanValue(), is(false));
    }

    @Test
    void lowerCasesHeaderNamesAndJoinsRepeatedHeaders() throws IOException {
        JsonNode event = json(event("GET /x", "/x").header("X-Tag", "a").header("x-tag", "b"));
        assertThat(event.at("/headers/x-tag").asText(), is("a,b"));
    }

    @Test
    void passesCookiesAsAListInsteadOfAHeader() throws IOException {
        JsonNode event = json(event("GET /x", "/x").header("Cookie", "a=1; b=2"));
        assertThat(event.at("/cookies").toString(), is("[\"a=1\",\"b=2\"]"));
        assertThat(event.at("/headers").has("cookie"), is(false));
    }

    @ParameterizedTest
    @CsvSource({"application/json,false", "Application/JSON; charset=utf-8,false", "text/csv,false",
            "application/x-www-form-urlencoded,true", "application/octet-stream,true", "application/problem+json,true"})
    void encodesNonTextBodiesInBase64(String contentType, boolean encoded) throws IOException {
        JsonNode event = json(event("POST /x", "/x").header("Content-Type", contentType).body("ключ".getBytes(UTF_8)));
        String body = encoded ? Base64.getEncoder().encodeToString("ключ".getBytes(UTF_8)) : "ключ";
        assertThat(event.at("/body").asText(), is(body));
        assertThat(event.at("/isBase64Encoded").booleanValue(), is(encoded));
    }

    @Test
    void encodesBodyWithoutContentTypeInBase64() throws IOException {
        assertThat(json(event("POST /x", "/x").body("{}".getBytes(UTF_8))).at("/body").asText(), is("e30="));
    }

    @Test
    void requestContextContainsTheRequestAndItsTime() throws IOException {
        JsonNode context = json(event("PUT /x", "/x?y=1").header("User-Agent", "till")).at("/requestContext");
        assertThat(context.at("/http/method").asText(), is("PUT"));
        assertThat(context.at("/http/path").asText(), is("/x"));
        assertThat(context.at("/http/userAgent").asText(), is("till"));
        assertThat(context.at("/stage").asText(), is("$default"));
        assertThat(context.at("/time").asText(), is("23/Nov/2026:10:00:00 +0000"));
        assertThat(context.at("/timeEpoch").asLong(), is(NOW.toEpochMilli()));
    }

    @Test
    void lambdaEventClassReadsEveryField() throws IOException {
        String json = event("POST /x", "/x?y=1").header("Cookie", "a=1").body("{}".getBytes(UTF_8)).json();
        APIGatewayV2HTTPEvent event = new ObjectMapper().readValue(json, APIGatewayV2HTTPEvent.class);
        assertThat(event.getRequestContext().getHttp().getMethod(), is("POST"));
    }

    private static GatewayEvent event(String route, String target) {
        return GatewayEvent.of(route, target, NOW);
    }

    private static JsonNode json(GatewayEvent event) throws IOException {
        return new ObjectMapper().readTree(event.json());
    }
}
