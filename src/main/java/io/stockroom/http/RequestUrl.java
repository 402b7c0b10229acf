package io.stockroom.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The URL to which the caller sent the request, for links back to it; without a host if none is known. API Gateway takes the
 * mapping of a custom domain off the path, so that the caller's path isn't known. Links are then relative to the request, unless the base
 * URL is configured.
 */
record RequestUrl(String origin, String path) {

    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._-]{1,253}(:\\d{1,5})?|\\[[0-9a-fA-F:.]{2,45}](:\\d{1,5})?");

    /** Uses the base URL that callers use. */
    static RequestUrl below(URI base, APIGatewayV2HTTPEvent event) {
        String text = base.toString();
        return new RequestUrl(text.endsWith("/") ? text.substring(0, text.length() - 1) : text, RoutePath.withoutStage(event));
    }

    /** Uses the domain and scheme that API Gateway provides; without them, the host header and https. */
    static RequestUrl of(APIGatewayV2HTTPEvent event, Map<String, String> headers) {
        APIGatewayV2HTTPEvent.RequestContext context = event.getRequestContext();
        if (context != null && hasCustomDomain(context)) {
            return relative(event);
        }
        String domain = context == null ? null : context.getDomainName();
        String host = domain == null ? headers.getOrDefault("host", "") : domain;
        String scheme = "http".equals(headers.get("x-forwarded-proto")) ? "http" : "https";
        return new RequestUrl(HOST.matcher(host).matches() ? scheme + "://" + host : "",
                event.getRawPath() == null ? "" : event.getRawPath());
    }

    /** A relative link has the path's last segment: of a link without it, some libraries make one without that segment. */
    private static RequestUrl relative(APIGatewayV2HTTPEvent event) {
        String path = event.getRawPath() == null ? "" : event.getRawPath();
        return new RequestUrl("", path.substring(path.lastIndexOf('/') + 1));
    }

    /** The first label of the API's own domain is the API's id. */
    private static boolean hasCustomDomain(APIGatewayV2HTTPEvent.RequestContext context) {
        return context.getApiId() != null && context.getDomainPrefix() != null && !context.getApiId().equals(context.getDomainPrefix());
    }

    /** @param query the values of each parameter, which is repeated for each of them */
    String with(Map<String, List<String>> query) {
        return origin + encodedPath() + query.entrySet().stream()
                .flatMap(parameter -> parameter.getValue().stream().map(value -> encoded(parameter.getKey()) + "=" + encoded(value)))
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
