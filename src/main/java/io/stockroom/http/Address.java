package io.stockroom.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Where the caller has sent the request to, for links back to the same place; without a host when none is known. */
record Address(String origin, String path) {

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._-]{1,253}(:\\d{1,5})?|\\[[0-9a-fA-F:.]{2,45}](:\\d{1,5})?");

    /** API Gateway names its own domain and the scheme; the scheme of anything else is taken to be https. */
    static Address of(APIGatewayV2HTTPEvent event, Map<String, String> headers) {
        APIGatewayV2HTTPEvent.RequestContext context = event.getRequestContext();
        String named = context == null ? null : context.getDomainName();
        String host = named == null ? headers.getOrDefault("host", "") : named;
        String scheme = "http".equals(headers.get("x-forwarded-proto")) ? "http" : "https";
        return new Address(HOST.matcher(host).matches() ? scheme + "://" + host : "", event.getRawPath() == null ? "" : event.getRawPath());
    }

    String with(Map<String, String> query) {
        return origin + encodedPath() + query.entrySet().stream()
                .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&", "?", ""));
    }

    private String encodedPath() {
        try {
            return new URI(null, null, path, null).toASCIIString();
        } catch (URISyntaxException e) {
            return "";
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
