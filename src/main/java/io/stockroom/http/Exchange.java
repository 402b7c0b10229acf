package io.stockroom.http;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.stockroom.altegio.Deadline;
import io.stockroom.telemetry.Summaries;
import io.stockroom.telemetry.Summary;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** The way through a function: the event is read, the function is called, and its answer or failure is written. */
@ApplicationScoped
public class Exchange {

    private static final Logger LOG = Logger.getLogger(Exchange.class);

    /** Kept of the function's time to write the answer. */
    private static final Duration RESERVE = Duration.ofMillis(500);

    private final AllowedLocations allowed;
    private final Responses responses;
    private final Summaries summaries;
    private final Clock clock;

    Exchange(AllowedLocations allowed, Responses responses, Summaries summaries, Clock clock) {
        this.allowed = allowed;
        this.responses = responses;
        this.summaries = summaries;
        this.clock = clock;
    }

    public APIGatewayV2HTTPResponse answer(APIGatewayV2HTTPEvent event, Context context, Function<Request, Answer> function) {
        return answer(event, context, request -> { }, function);
    }

    /** @param guard of a route that anybody can reach: refuses strangers before they learn anything, locations included */
    public APIGatewayV2HTTPResponse answer(APIGatewayV2HTTPEvent event, Context context, Consumer<Request> guard,
            Function<Request, Answer> function) {
        long began = System.nanoTime();
        summaries.begin(context == null ? null : context.getAwsRequestId());
        APIGatewayV2HTTPEvent received = event == null ? new APIGatewayV2HTTPEvent() : event;
        Map<String, String> headers = Request.headers(received);
        Deadline deadline = Deadline.ofFunction(context == null ? 0 : context.getRemainingTimeInMillis(), RESERVE, clock);
        Reply reply = new Reply();
        APIGatewayV2HTTPResponse response = response(reply, Request.acceptsGzip(headers), () -> {
            Request request = new Request(received, headers, deadline, reply);
            guard.accept(request);
            request.refuseUnless(allowed);
            return function.apply(request);
        });
        summaries.write(new Summary(route(received), reply.location(), response.getStatusCode(), reply.outcome(),
                Duration.ofNanos(System.nanoTime() - began), deadline.calls(), ids(received, headers)));
        return response;
    }

    private APIGatewayV2HTTPResponse response(Reply reply, boolean gzip, Supplier<Answer> answer) {
        try {
            return responses.of(answer.get(), reply.headers(), gzip);
        } catch (RuntimeException e) {
            Problem problem = Problems.of(e);
            log(problem, e);
            reply.outcome(problem.name());
            return responses.of(problem, reply.headers(), gzip);
        }
    }

    private static String route(APIGatewayV2HTTPEvent event) {
        return event.getRouteKey() == null ? "no route" : event.getRouteKey();
    }

    /** By which the request is known to API Gateway and to X-Ray. */
    private static Map<String, String> ids(APIGatewayV2HTTPEvent event, Map<String, String> headers) {
        Map<String, String> ids = new TreeMap<>();
        if (event.getRequestContext() != null) {
            ids.put("apiRequestId", event.getRequestContext().getRequestId());
        }
        ids.put("traceId", headers.get("x-amzn-trace-id"));
        return ids;
    }

    /** An error of ours with all that is known of it; a failure of Altegio's in one line, with what lies under it. */
    private static void log(Problem problem, RuntimeException failure) {
        if (problem.status() == 500) {
            LOG.error(problem.title(), failure);
        } else if (problem.status() > 500) {
            LOG.warnf("%s: %s (%s)", problem.title(), problem.detail(), cause(failure));
        }
    }

    /** The name of what lies under a failure. Its words stay out: a client's exceptions may quote what was sent. */
    private static String cause(Throwable failure) {
        return failure.getCause() == null ? failure.getClass().getSimpleName() : cause(failure.getCause());
    }
}
