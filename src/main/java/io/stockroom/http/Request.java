package io.stockroom.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import io.stockroom.altegio.LocationAllowList;
import io.stockroom.input.Field;
import io.stockroom.input.Input;
import io.stockroom.input.InvalidInputException;
import io.stockroom.input.JsonBody;
import io.stockroom.input.Utf8;
import io.stockroom.invocation.CallContext;
import io.stockroom.invocation.Caller;
import io.stockroom.problems.RejectedRequestException;
import io.stockroom.problems.Violation;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** An HTTP request in API Gateway's payload format 2.0. Any field of the event may be missing. */
public final class Request {

    private final APIGatewayV2HTTPEvent event;
    private Authorization authorization;
    private RequestUrl url;
    private final Input path;
    private final Long location;
    private final Input query;
    private final RequestHeaders headers;
    private final byte[] body;
    /** Whether the gateway passed the body on as text, and lost nothing as far as that can be known. */
    private final boolean isIntact;
    private final CallContext context;
    private final ResponseContext response;

    Request(APIGatewayV2HTTPEvent event, RequestHeaders headers, CallContext context, ResponseContext response) {
        this.event = event;
        this.authorization = Authorization.of(event);
        this.url = RequestUrl.of(event, headers.values());
        this.path = Input.ofParameters(Map.of("location_id", pathParameter(event, "location_id")));
        this.location = path.field("location_id").canonicalId();
        response.location(location);
        this.query = QueryParameters.of(event, path);
        this.headers = headers;
        this.body = bytes(event);
        this.isIntact = event.getBody() == null || event.getIsBase64Encoded() || Utf8.isIntact(event.getBody());
        this.context = context;
        this.response = response;
    }

    /**
     * Returns the location in the path.
     *
     * @throws InvalidInputException if it is not a valid id
     */
    public long locationId() {
        if (location == null) {
            path.throwIfInvalid();
        }
        return location;
    }

    /** Returns the location in the path; null if it is not an id. */
    public Long location() {
        return location;
    }

    /** Returns the caller with a key; empty if callers are authorized in another way, or not at all. */
    public Optional<Caller> caller() {
        return authorization.caller();
    }

    /** Sets who sends the request, if it is not a Lambda authorizer that knows. */
    void authorization(Authorization found) {
        authorization = found;
    }

    APIGatewayV2HTTPEvent event() {
        return event;
    }

    Authorization authorization() {
        return authorization;
    }

    /** Returns API Gateway's route key, such as {@code GET /storages/{location_id}}; empty if the event has none. */
    String route() {
        return event.getRouteKey() == null ? "" : event.getRouteKey();
    }

    /** Returns whether the request changes nothing; an unknown method may change something. */
    boolean isRead() {
        APIGatewayV2HTTPEvent.RequestContext.Http http = event.getRequestContext() == null ? null : event.getRequestContext().getHttp();
        return http != null && "GET".equals(http.getMethod());
    }

    /** Returns the query, decoded. */
    public Input query() {
        return query;
    }

    /**
     * Returns the body, which must be a JSON object.
     *
     * @throws InvalidInputException if it is not a JSON object, or has more than one Content-Type
     * @throws RejectedRequestException with status 413 if it is too large, or 415 if the Content-Type is not JSON
     */
    public Input json() {
        throwUnlessIntact();
        return path.body(JsonBody.read(body, headers.contentType()));
    }

    /**
     * Returns the body of a program written for Altegio, which must be a JSON object, whatever its Content-Type: Altegio reads it too.
     *
     * @throws InvalidInputException if it is not a JSON object
     * @throws RejectedRequestException with status 413 if it is too large
     */
    public Map<?, ?> jsonObject() {
        throwUnlessIntact();
        return JsonBody.read(body, null);
    }

    /**
     * Returns the body as it was sent, byte for byte.
     *
     * @throws InvalidInputException if it may have been other bytes, which the gateway replaced
     */
    public byte[] body() {
        throwUnlessIntact();
        return body.clone();
    }

    /** Returns the body even if the gateway may have replaced some of its bytes: a signature tells. */
    public byte[] receivedBody() {
        return body.clone();
    }

    /** Returns the parameter of the path, which is the path's end unless the gateway has sent it separately. */
    public String pathParameter(String name) {
        return pathParameter(event, name);
    }

    /**
     * Returns a header, whose violations are reported together with those of the request. If it was sent more than once, its lines are
     * joined with commas.
     */
    public Field header(String name) {
        return header(name, headers.joined(name));
    }

    /** Returns a header that holds one value: equal lines count once. */
    public Field singleHeader(String name) {
        return header(name, headers.single(name));
    }

    /** Returns only these headers, so that nothing else of the request is checked. Each is read as by {@link #header}. */
    public Input ownHeaders(String... names) {
        Map<String, String> values = new TreeMap<>();
        Stream.of(names).filter(name -> headers.joined(name) != null).forEach(name -> values.put(name, headers.joined(name)));
        return Input.ofParameters(values);
    }

    private Field header(String name, String value) {
        return path.query(value == null ? Map.of() : Map.of(name, value)).field(name);
    }

    /**
     * Returns the offer that the caller prefers by {@code Accept}.
     *
     * @param offers by media type, in order of preference
     * @throws RejectedRequestException with status 406 if none is acceptable
     */
    public <T> T preferred(Map<String, T> offers) {
        return AcceptHeader.ofMediaTypes(headers.joined("accept")).best(offers)
                .orElseThrow(() -> new RejectedRequestException(406, "not-acceptable", "Not acceptable",
                        "Supported media types: " + String.join(", ", offers.keySet())));
    }

    /** Returns whether the caller accepts a media type of Altegio: it is a program written for Altegio, and gets its responses as they are. */
    public boolean isInAltegiosDialect() {
        return acceptsAltegios(headers);
    }

    /**
     * Returns the parameters to pass on to Altegio, whatever their names: each with its values, in their order.
     *
     * @throws InvalidInputException if a parameter is not text, or the body of a GET contains no parameters
     */
    public Map<String, List<String>> relayedQuery() {
        throwUnlessIntact();
        return RelayedQuery.of(event, headers.contentType(), body);
    }

    /** Returns a body for the response, compressed if the caller accepts gzip. */
    public BodyWriter newBody() {
        return new BodyWriter(acceptsGzip(headers));
    }

    /** Returns who sent the request, as API Gateway knows it; empty text if it knows nobody. */
    public String callerId() {
        return CallerId.of(event);
    }

    /** Returns the URL of this request with another query: the values of each parameter, which is repeated for each of them. */
    public String url(Map<String, List<String>> query) {
        return url.with(query);
    }

    /** Sets the base URL that callers use, for links. */
    void baseUrl(URI base) {
        url = RequestUrl.below(base, event);
    }

    /** Sets a header of the response, whether it is a success or a problem. */
    public void responseHeader(String header, String value) {
        response.headers().put(header, value);
    }

    /** Sets a more specific outcome of a successful request, in one word for the log. */
    public void outcome(String outcome) {
        response.outcome(outcome);
    }

    /** Returns the deadline of the response, and the calls to Altegio so far. */
    public CallContext context() {
        return context;
    }

    /** @throws RejectedRequestException if the request has a location that is not allowed */
    void throwUnlessAllowed(LocationAllowList allowList) {
        if (location != null) {
            allowList.check(location);
        }
    }

    /** Returns a parameter, or the end of the path: all routes end with their parameter, with or without a stage or path parameters. */
    private static String pathParameter(APIGatewayV2HTTPEvent event, String name) {
        String path = RoutePath.of(event);
        String parameter = orEmpty(event.getPathParameters()).get(name);
        return parameter == null ? path.substring(path.lastIndexOf('/') + 1) : parameter;
    }

    static boolean acceptsAltegios(RequestHeaders headers) {
        return AcceptHeader.ofMediaTypes(headers.joined("accept")).hasAltegios();
    }

    static boolean acceptsGzip(RequestHeaders headers) {
        return AcceptHeader.ofCodings(headers.joined("accept-encoding")).weight("gzip") > 0;
    }

    private static byte[] bytes(APIGatewayV2HTTPEvent event) {
        if (event.getBody() == null) {
            return new byte[0];
        }
        if (!event.getIsBase64Encoded()) {
            return event.getBody().getBytes(StandardCharsets.UTF_8);
        }
        try {
            return Base64.getDecoder().decode(event.getBody());
        } catch (IllegalArgumentException e) {
            throw new InvalidInputException(Violation.inBody("", "is not valid Base64"));
        }
    }

    /** A gateway that decodes a body puts U+FFFD in place of ill-formed bytes. */
    private void throwUnlessIntact() {
        if (!isIntact) {
            throw new InvalidInputException(Violation.inBody("", Utf8.RULE));
        }
    }

    private static Map<String, String> orEmpty(Map<String, String> map) {
        return map == null ? Map.of() : map;
    }
}
