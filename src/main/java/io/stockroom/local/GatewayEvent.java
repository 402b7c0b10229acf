package io.stockroom.local;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** Builds events of API Gateway's payload format 2.0, as its developer guide describes it, out of HTTP requests. */
public final class GatewayEvent {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ROOT);

    private GatewayEvent() {
    }

    /**
     * @param routeKey       method and path of the route, {@code GET /storages/{location_id}}
     * @param pathParameters the values of the route's parameters
     * @param rawQuery       as it stood in the request line, empty when there was none
     * @param headers        in the order in which they came, names in any case
     * @param body           null when there is none
     */
    public static APIGatewayV2HTTPEvent of(String routeKey, String path, Map<String, String> pathParameters, String rawQuery,
            List<Map.Entry<String, String>> headers, byte[] body, Instant now) {
        Map<String, String> joined = joined(headers, true);
        List<String> cookies = headers.stream().filter(header -> header.getKey().equalsIgnoreCase("cookie"))
                .flatMap(header -> List.of(header.getValue().split("; ?")).stream()).toList();
        boolean binary = body != null && isBinary(joined.getOrDefault("content-type", ""));
        return APIGatewayV2HTTPEvent.builder()
                .withVersion("2.0")
                .withRouteKey(routeKey)
                .withRawPath(path)
                .withRawQueryString(rawQuery)
                .withCookies(cookies.isEmpty() ? null : cookies)
                .withHeaders(joined)
                .withQueryStringParameters(rawQuery.isEmpty() ? null : joined(decoded(rawQuery), false))
                .withPathParameters(pathParameters.isEmpty() ? null : pathParameters)
                .withRequestContext(context(routeKey, path, joined, now))
                .withBody(body == null ? null : text(body, binary))
                .withIsBase64Encoded(binary)
                .build();
    }

    private static RequestContext context(String routeKey, String path, Map<String, String> headers, Instant now) {
        return RequestContext.builder()
                .withAccountId("000000000000")
                .withApiId("local")
                .withDomainName(headers.getOrDefault("host", "localhost"))
                .withDomainPrefix("local")
                .withHttp(RequestContext.Http.builder()
                        .withMethod(routeKey.substring(0, routeKey.indexOf(' ')))
                        .withPath(path)
                        .withProtocol("HTTP/1.1")
                        .withSourceIp("127.0.0.1")
                        .withUserAgent(headers.get("user-agent"))
                        .build())
                .withRequestId(UUID.randomUUID().toString())
                .withRouteKey(routeKey)
                .withStage("$default")
                .withTime(TIME.format(now.atOffset(ZoneOffset.UTC)))
                .withTimeEpoch(now.toEpochMilli())
                .build();
    }

    private static String text(byte[] body, boolean binary) {
        return binary ? Base64.getEncoder().encodeToString(body) : new String(body, StandardCharsets.UTF_8);
    }

    private static boolean isBinary(String contentType) {
        String type = contentType.toLowerCase(Locale.ROOT);
        return !type.isEmpty() && !type.startsWith("text/") && !type.contains("json") && !type.contains("xml")
                && !type.contains("javascript") && !type.contains("x-www-form-urlencoded");
    }

    /** Values of one name are joined by commas. */
    private static Map<String, String> joined(List<Map.Entry<String, String>> pairs, boolean lowerCased) {
        return pairs.stream().filter(pair -> !lowerCased || !pair.getKey().equalsIgnoreCase("cookie"))
                .collect(Collectors.toMap(pair -> lowerCased ? pair.getKey().toLowerCase(Locale.ROOT) : pair.getKey(),
                        Map.Entry::getValue, (first, second) -> first + "," + second, TreeMap::new));
    }

    private static List<Map.Entry<String, String>> decoded(String rawQuery) {
        List<Map.Entry<String, String>> pairs = new ArrayList<>();
        for (String pair : rawQuery.split("&")) {
            String[] nameAndValue = pair.split("=", 2);
            pairs.add(Map.entry(decode(nameAndValue[0]), nameAndValue.length == 1 ? "" : decode(nameAndValue[1])));
        }
        return pairs;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
