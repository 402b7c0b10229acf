package io.stockroom.http;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;

/**
 * The path of a request as the routes have it: without the stage, which API Gateway puts at its start unless it is {@code $default},
 * without the prefix of Altegio's own API, and without a slash at the end.
 */
public final class RoutePath {

    private static final String PREFIX = "/api/v1";

    private RoutePath() {
    }

    /** Returns the path; "/" if the event has none. */
    public static String of(APIGatewayV2HTTPEvent event) {
        String path = withoutStage(event);
        String plain = path.startsWith(PREFIX + "/") ? path.substring(PREFIX.length()) : path;
        return plain.length() > 1 && plain.endsWith("/") ? plain.substring(0, plain.length() - 1) : plain;
    }

    /** Returns the path below the API's base URL, with its prefix. */
    static String withoutStage(APIGatewayV2HTTPEvent event) {
        String path = event.getRawPath() == null || event.getRawPath().isEmpty() ? "/" : event.getRawPath();
        APIGatewayV2HTTPEvent.RequestContext context = event.getRequestContext();
        String stage = context == null || context.getStage() == null ? "" : "/" + context.getStage();
        return stage.length() > 1 && path.startsWith(stage + "/") ? path.substring(stage.length()) : path;
    }

    /** Returns the method; empty if the event has none. */
    public static String method(APIGatewayV2HTTPEvent event) {
        APIGatewayV2HTTPEvent.RequestContext.Http http = event.getRequestContext() == null ? null : event.getRequestContext().getHttp();
        return http == null || http.getMethod() == null ? "" : http.getMethod();
    }
}
