package io.stockroom.http;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.stockroom.altegio.AltegioException;
import io.stockroom.altegio.LocationAllowList;
import io.stockroom.altegio.Relayed;
import io.stockroom.invocation.CallContext;
import io.stockroom.invocation.Caller;
import io.stockroom.invocation.Deadline;
import io.stockroom.problems.Problem;
import io.stockroom.telemetry.RequestLogger;
import io.stockroom.telemetry.RequestSummary;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Request pipeline: reads the event, calls the function, writes its result or problem, and logs the request. */
@ApplicationScoped
public class HttpPipeline {

    private static final Logger LOG = Logger.getLogger(HttpPipeline.class);

    /** The part of the remaining time that is reserved for writing the response. */
    private static final Duration RESERVE = Duration.ofMillis(500);

    private final JwtGuard jwtGuard;
    private final CallerGuard callerGuard;
    private final LocationAllowList allowList;
    private final ResponseWriter responseWriter;
    private final RequestLogger requestLogger;
    private final PublicConfig publicConfig;
    private final Clock clock;

    HttpPipeline(JwtGuard jwtGuard, CallerGuard callerGuard, LocationAllowList allowList, ResponseWriter responseWriter,
            RequestLogger requestLogger,
            PublicConfig publicConfig, Clock clock) {
        this.jwtGuard = jwtGuard;
        this.callerGuard = callerGuard;
        this.allowList = allowList;
        this.responseWriter = responseWriter;
        this.requestLogger = requestLogger;
        this.publicConfig = publicConfig;
        this.clock = clock;
    }

    /** Handles a request to a closed route with a location: if callers have keys, only theirs. */
    public APIGatewayV2HTTPResponse handle(APIGatewayV2HTTPEvent event, Context context, Function<Request, HttpResult> function) {
        return handle(event, context, request -> {
            jwtGuard.admit(request);
            callerGuard.check(request);
        }, function);
    }

    /**
     * Handles a request to a closed route whose response may be about several locations, or that has none in its path.
     *
     * @param function shows a {@link Request#caller() caller} only its own locations
     */
    public APIGatewayV2HTTPResponse handleAcrossLocations(APIGatewayV2HTTPEvent event, Context context,
            Function<Request, HttpResult> function) {
        return handle(event, context, request -> {
            jwtGuard.admit(request);
            callerGuard.checkAcrossLocations(request);
        }, function);
    }

    /** @param guard for a public route: rejects unauthenticated callers before any other check, such as that of the location */
    public APIGatewayV2HTTPResponse handle(APIGatewayV2HTTPEvent event, Context context, Consumer<Request> guard,
            Function<Request, HttpResult> function) {
        long start = System.nanoTime();
        requestLogger.begin(context == null ? null : context.getAwsRequestId());
        APIGatewayV2HTTPEvent received = event == null ? new APIGatewayV2HTTPEvent() : event;
        RequestHeaders headers = RequestHeaders.of(received);
        CallContext callContext = CallContext.until(
                Deadline.ofFunction(context == null ? 0 : context.getRemainingTimeInMillis(), RESERVE, clock));
        String apiRequestId = apiRequestId(received);
        ResponseContext responseContext = new ResponseContext();
        APIGatewayV2HTTPResponse response = response(responseContext, headers, apiRequestId, () -> {
            Request request = new Request(received, headers, callContext, responseContext);
            publicConfig.url().ifPresent(request::baseUrl);
            guard.accept(request);
            request.throwUnlessAllowed(allowList);
            return function.apply(request);
        });
        requestLogger.write(new RequestSummary(route(received), responseContext.location(), response.getStatusCode(),
                responseContext.outcome(), Duration.ofNanos(System.nanoTime() - start), callContext.calls(),
                ids(apiRequestId, headers, received)));
        return response;
    }

    private APIGatewayV2HTTPResponse response(ResponseContext responseContext, RequestHeaders headers, String apiRequestId,
            Supplier<HttpResult> result) {
        boolean gzip = Request.acceptsGzip(headers);
        try {
            return responseWriter.of(result.get(), responseContext.headers(), gzip);
        } catch (RuntimeException e) {
            Problem problem = withRequestId(Problem.of(e), apiRequestId);
            log(problem, e);
            responseContext.outcome(problem.name());
            Optional<Relayed> refusal = Request.acceptsAltegios(headers) ? refusal(e) : Optional.empty();
            return refusal.map(own -> response(responseContext, headers, apiRequestId, () -> new HttpResult.Passed(own)))
                    .orElseGet(() -> responseWriter.of(problem, responseContext.headers(), gzip));
        }
    }

    /** Returns Altegio's own response, if the failure is its refusal of the request. */
    private static Optional<Relayed> refusal(RuntimeException failure) {
        return failure instanceof AltegioException refused ? refused.refusal() : Optional.empty();
    }

    /** Adds the request id to an internal error, so that its log entry can be found. */
    private static Problem withRequestId(Problem problem, String apiRequestId) {
        return problem.status() == 500 && apiRequestId != null
                ? Problem.of(500, problem.name(), problem.title(), problem.detail() + " for request " + apiRequestId)
                : problem;
    }

    private static String route(APIGatewayV2HTTPEvent event) {
        return event.getRouteKey() == null ? "no route" : event.getRouteKey();
    }

    /** Returns API Gateway's id of the request; null without API Gateway. */
    private static String apiRequestId(APIGatewayV2HTTPEvent event) {
        return event.getRequestContext() == null ? null : event.getRequestContext().getRequestId();
    }

    /** Returns the request's ids in API Gateway and in X-Ray, and the caller: its key's name, its token's subject, or its IAM principal. */
    private static Map<String, String> ids(String apiRequestId, RequestHeaders headers, APIGatewayV2HTTPEvent event) {
        Map<String, String> ids = new TreeMap<>();
        ids.put("caller", Authorization.of(event).caller().map(Caller::name).or(() -> Optional.of(CallerId.of(event)))
                .filter(caller -> !caller.isEmpty()).orElse(null));
        ids.put("apiRequestId", apiRequestId);
        ids.put("traceId", headers.joined("x-amzn-trace-id"));
        return ids;
    }

    /** Logs an internal error with its stack trace, and a failure of another service in one line with its cause. */
    private static void log(Problem problem, RuntimeException failure) {
        if (problem.status() == 500) {
            LOG.error(problem.title(), failure);
        } else if (problem.status() > 500) {
            LOG.warnf("%s: %s (%s)", problem.title(), problem.detail(), cause(failure));
        }
    }

    /** Returns the class name of the root cause. Its message is left out: a client's exceptions may quote what was sent. */
    private static String cause(Throwable failure) {
        return failure.getCause() == null ? failure.getClass().getSimpleName() : cause(failure.getCause());
    }
}
