package io.stockroom.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import io.stockroom.altegio.Deadline;
import io.stockroom.input.Fault;
import io.stockroom.input.Input;
import io.stockroom.input.InvalidInput;
import io.stockroom.input.Member;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** An HTTP request as API Gateway's payload format 2.0 brings it: any of the event's members may be missing. */
public final class Request {

    private final Address address;
    private final Input path;
    private final Long location;
    private final Input query;
    private final Map<String, String> headers;
    private final byte[] body;
    private final Deadline deadline;
    private final Reply reply;

    Request(APIGatewayV2HTTPEvent event, Map<String, String> headers, Deadline deadline, Reply reply) {
        this.address = Address.of(event, headers);
        this.path = Input.ofPath(Map.of("location_id", locationIn(event)));
        this.location = path.member("location_id").id();
        reply.location(location);
        this.query = path.query(orEmpty(event.getQueryStringParameters()));
        this.headers = headers;
        this.body = bytes(event);
        this.deadline = deadline;
        this.reply = reply;
    }

    /**
     * The location in the path.
     *
     * @throws InvalidInput when it is no id
     */
    public long locationId() {
        if (location == null) {
            path.refuseFaults();
        }
        return location;
    }

    /** The query, decoded. */
    public Input query() {
        return query;
    }

    /**
     * The body, which must be a JSON object.
     *
     * @throws RuntimeException that becomes a 400, 413 or 415
     */
    public Input json() {
        return path.body(JsonBody.read(body, headers.get("content-type")));
    }

    /** The body as it was sent, byte for byte. */
    public byte[] body() {
        return body.clone();
    }

    /** A header's value, with the faults of the request. */
    public Member header(String name) {
        String value = headers.get(name.toLowerCase(Locale.ROOT));
        return path.query(value == null ? Map.of() : Map.of(name, value)).member(name);
    }

    /**
     * What the caller prefers by {@code Accept}.
     *
     * @param offers by media type, the one to take when the caller doesn't mind first
     * @throws RuntimeException that becomes a 406
     */
    public <T> T preferred(Map<String, T> offers) {
        return Preferences.ofMediaTypes(headers.get("accept")).best(offers).orElseThrow(() -> new RefusedRequest(406, "not-acceptable",
                "No such format", "Accept must allow one of " + String.join(", ", offers.keySet())));
    }

    /** A body for the answer, compressed if the caller takes that. */
    public BodyWriter newBody() {
        return new BodyWriter(acceptsGzip(headers));
    }

    /** The address of this request with another query. */
    public String address(Map<String, String> query) {
        return address.with(query);
    }

    /** Sets a header of the answer, be it good or a problem. */
    public void replyWith(String header, String value) {
        reply.headers().put(header, value);
    }

    /** Says more of a good answer than that it is one, in a word for the log. */
    public void outcome(String outcome) {
        reply.outcome(outcome);
    }

    /** When the answer must be there. */
    public Deadline deadline() {
        return deadline;
    }

    /** @throws RefusedRequest when there is a location, and it may not be asked for */
    void refuseUnless(AllowedLocations allowed) {
        if (location != null) {
            allowed.check(location);
        }
    }

    /** All routes end with the location, behind a stage or not, with path parameters or without. */
    private static String locationIn(APIGatewayV2HTTPEvent event) {
        String path = event.getRawPath() == null ? "" : event.getRawPath();
        String parameter = orEmpty(event.getPathParameters()).get("location_id");
        return parameter == null ? path.substring(path.lastIndexOf('/') + 1) : parameter;
    }

    static boolean acceptsGzip(Map<String, String> headers) {
        return Preferences.ofCodings(headers.get("accept-encoding")).weight("gzip") > 0;
    }

    /** The headers of the event, by their names in lower case. */
    static Map<String, String> headers(APIGatewayV2HTTPEvent event) {
        return orEmpty(event.getHeaders()).entrySet().stream()
                .filter(header -> header.getValue() != null)
                .collect(Collectors.toMap(header -> header.getKey().toLowerCase(Locale.ROOT), Map.Entry::getValue,
                        (first, second) -> first + "," + second, TreeMap::new));
    }

    private static byte[] bytes(APIGatewayV2HTTPEvent event) {
        if (event.getBody() == null) {
            return new byte[0];
        }
        try {
            return event.getIsBase64Encoded() ? Base64.getDecoder().decode(event.getBody())
                    : event.getBody().getBytes(StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new InvalidInput(Fault.inBody("", "is no valid Base64"));
        }
    }

    private static Map<String, String> orEmpty(Map<String, String> map) {
        return map == null ? Map.of() : map;
    }
}
