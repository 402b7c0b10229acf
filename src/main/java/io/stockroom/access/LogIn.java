package io.stockroom.access;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.stockroom.http.HttpPipeline;
import io.stockroom.http.HttpResult;
import io.stockroom.http.Request;
import io.stockroom.input.JsonBody;
import io.stockroom.problems.RejectedRequestException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** {@code POST /auth}: exchanges a caller's key, login and password for a user token, as Altegio does. */
@Named("log-in")
@ApplicationScoped
public class LogIn implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private static final int CREATED = 201;

    private final HttpPipeline pipeline;
    private final Callers callers;
    private final SessionConfig config;
    private final Clock clock;

    LogIn(HttpPipeline pipeline, Callers callers, SessionConfig config, Clock clock) {
        this.pipeline = pipeline;
        this.callers = callers;
        this.config = config;
        this.clock = clock;
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        // The route is open: the key is checked here, together with the login and the password.
        return pipeline.handle(event, context, request -> {}, this::logIn);
    }

    private HttpResult logIn(Request request) {
        AuthorizationHeader header = AuthorizationHeader.of(request.header("Authorization").text());
        LoginForm form = form(request);
        CallerKey caller = Optional.ofNullable(header.key()).flatMap(callers::byKey)
                .filter(each -> each.accepts(form.login(), form.password())).orElseThrow(this::failed);
        request.outcome("logged-in");
        String token = caller.tokens().endingAt(clock.instant().plus(config.ttl()));
        return new HttpResult.Enveloped(CREATED, new LoggedInUser(token, caller.caller().name(), form.login()), List.of());
    }

    /** Reads the body, or the query of the programs that send no body. Some send JSON under another Content-Type. */
    private static LoginForm form(Request request) {
        byte[] body = request.body();
        return body.length > 0 ? LoginForm.of(JsonBody.read(body, null))
                : LoginForm.of(request.query().field("login").text(), request.query().field("password").text());
    }

    /** Waits before the response, and does not reveal which of the three is wrong. */
    private RejectedRequestException failed() {
        pause(config.failureDelay());
        return new RejectedRequestException(401, "invalid-login", "Invalid login", "The key, the login or the password is wrong");
    }

    private static void pause(Duration delay) {
        try {
            Thread.sleep(delay.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
