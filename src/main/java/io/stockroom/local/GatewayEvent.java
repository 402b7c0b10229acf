package io.stockroom.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URLDecoder;
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
import java.util.regex.Pattern;

/**
 * An HTTP request as API Gateway's HTTP API passes it to a function, in payload format 2.0. See
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html.
 */
public final class GatewayEvent {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    /** Bodies of other types, or without a type, are Base64-encoded; observed on the service, the documentation is vague. */
    private static final Pattern TEXT = Pattern.compile("text/.*|application/(json|xml|javascript)");

    /** The key of the route of all requests that no other route matches. */
    public static final String DEFAULT = "$default";

    /** The prefix of Altegio's own API, which is optional on each route. */
    private static final String PREFIX = "/api/v1";

    private final String requestId = UUID.randomUUID().toString();
    private final String route;
    private final URI target;
    private final Map<String, String> pathParameters;
    private final Instant now;
    private String method;
    private final Map<String, String> headers = new TreeMap<>();
    private final List<String> cookies = new ArrayList<>();
    private byte[] body;
    private JsonNode callerContext;

    private GatewayEvent(String route, URI target, Instant now) {
        this.route = route;
        this.target = target;
        this.pathParameters = route.equals(DEFAULT) ? Map.of() : pathParameters(route, target);
        this.method = route.equals(DEFAULT) ? "GET" : route.substring(0, route.indexOf(' '));
        this.now = now;
    }

    /**
     * @param route  the route key of the request, such as {@code GET /storages/{location_id}}
     * @param target path and query, encoded as sent by the client
     * @throws IllegalArgumentException if the target is not a path and query, or does not match the route
     */
    public static GatewayEvent of(String route, String target, Instant now) {
        return new GatewayEvent(route, URI.create(target), now);
    }

    /** Returns the key of a route in the variant that matches a path, with or without the prefix: each is a route of its own. */
    public static String variant(String route, String path) {
        int start = route.indexOf(' ') + 1;
        return route.substring(0, start) + (path.startsWith(PREFIX + "/") ? PREFIX : "") + route.substring(start);
    }

    /** Sets the method, which the key of the default route does not contain. */
    public GatewayEvent method(String name) {
        method = name;
        return this;
    }

    /** Adds a header line. */
    public GatewayEvent header(String name, String value) {
        if (name.equalsIgnoreCase("Cookie")) {
            cookies.addAll(List.of(value.split("; *")));
        } else {
            headers.merge(name.toLowerCase(Locale.ROOT), value, (first, next) -> first + "," + next);
        }
        return this;
    }

    /** Sets the body; null or an empty array means no body. */
    public GatewayEvent body(byte[] bytes) {
        body = bytes == null || bytes.length == 0 ? null : bytes.clone();
        return this;
    }

    /** Adds the context of the authorizer's response. */
    public GatewayEvent authorizedWith(JsonNode context) {
        callerContext = context;
        return this;
    }

    public String requestId() {
        return requestId;
    }

    /** Returns the event for the API's authorizer: the request without its body. */
    public String authorizerJson() {
        return event().put("type", "REQUEST").put("routeArn", "arn:aws:execute-api:eu-central-1:123456789012:stockroom/$default/"
                + method + target.getPath()).toString();
    }

    public String json() {
        ObjectNode event = event();
        boolean text = TEXT.matcher(contentType()).matches();
        if (body != null) {
            event.put("body", text ? new String(body, UTF_8) : Base64.getEncoder().encodeToString(body));
        }
        return event.put("isBase64Encoded", body != null && !text).toString();
    }

    private ObjectNode event() {
        ObjectNode event = JsonNodeFactory.instance.objectNode().put("version", "2.0").put("routeKey", route);
        // API Gateway decodes the path, but not the query.
        event.put("rawPath", target.getPath());
        event.put("rawQueryString", target.getRawQuery() == null ? "" : target.getRawQuery());
        if (!cookies.isEmpty()) {
            cookies.forEach(event.putArray("cookies")::add);
        }
        // The gateway overwrites the client's header.
        headers.put("x-forwarded-proto", "http");
        headers.forEach(event.putObject("headers")::put);
        putUnlessEmpty(event, "queryStringParameters", query());
        event.set("requestContext", context());
        putUnlessEmpty(event, "pathParameters", pathParameters);
        return event;
    }

    private ObjectNode context() {
        ObjectNode context = JsonNodeFactory.instance.objectNode()
                .put("accountId", "123456789012")
                .put("apiId", "stockroom")
                .put("domainName", headers.getOrDefault("host", "localhost"))
                .put("domainPrefix", "stockroom");
        if (callerContext != null) {
            context.putObject("authorizer").set("lambda", callerContext);
        }
        context.putObject("http")
                .put("method", method)
                .put("path", target.getPath())
                .put("protocol", "HTTP/1.1")
                .put("sourceIp", "127.0.0.1")
                .put("userAgent", headers.getOrDefault("user-agent", ""));
        return context
                .put("requestId", requestId)
                .put("routeKey", route)
                .put("stage", "$default")
                .put("time", TIME.format(now))
                .put("timeEpoch", now.toEpochMilli());
    }

    private Map<String, String> query() {
        Map<String, String> query = new TreeMap<>();
        if (target.getRawQuery() != null) {
            for (String pair : target.getRawQuery().split("&+")) {
                if (pair.isEmpty()) {
                    continue;
                }
                String[] parts = pair.split("=", 2);
                query.merge(decoded(parts[0]), parts.length == 1 ? "" : decoded(parts[1]), (first, next) -> first + "," + next);
            }
        }
        return query;
    }

    private static Map<String, String> pathParameters(String route, URI target) {
        String[] names = route.substring(route.indexOf(' ') + 1).split("/", -1);
        String[] segments = target.getRawPath().split("/", -1);
        if (names.length != segments.length) {
            throw new IllegalArgumentException(target.getPath() + " does not match the route " + route);
        }
        Map<String, String> parameters = new TreeMap<>();
        for (int i = 0; i < names.length; i++) {
            if (names[i].startsWith("{")) {
                parameters.put(names[i].substring(1, names[i].length() - 1), decoded(segments[i].replace("+", "%2B")));
            } else if (!names[i].equals(segments[i])) {
                throw new IllegalArgumentException(target.getPath() + " does not match the route " + route);
            }
        }
        return parameters;
    }

    private String contentType() {
        return headers.getOrDefault("content-type", "").split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    /** Ill-formed UTF-8 becomes U+FFFD, as in the path and in a body of text; what API Gateway makes of it is not documented. */
    private static String decoded(String text) {
        return URLDecoder.decode(text, UTF_8);
    }

    private static void putUnlessEmpty(ObjectNode event, String name, Map<String, String> values) {
        if (!values.isEmpty()) {
            values.forEach(event.putObject(name)::put);
        }
    }
}
