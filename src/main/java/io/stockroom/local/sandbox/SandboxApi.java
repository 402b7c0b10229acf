package io.stockroom.local.sandbox;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The sandbox over HTTP: the API below {@code /api/v1}, its controls beside it. To be mounted at {@code /sandbox}. */
final class SandboxApi {

    static final String MOUNT = "/sandbox/*";
    static final String BASE = "/api/v1";

    private static final String VERSION_2 = "application/vnd.api.v2+json";

    private final Sandbox sandbox;

    SandboxApi(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    Router router(Vertx vertx) {
        Router router = Router.router(vertx);
        router.route().handler(BodyHandler.create(false));
        for (SandboxRoute route : SandboxRoute.values()) {
            router.route(route.method(), BASE + route.path()).handler(context -> serve(route, context));
        }
        router.route(BASE + "/*").handler(context -> delivery(context).send(Answer.notFound()));
        new Control(sandbox).addTo(router);
        return router;
    }

    private void serve(SandboxRoute route, RoutingContext context) {
        Delivery delivery = delivery(context);
        Optional<Answer> turnedAway = sandbox.traffic().arrive(route.title())
                .or(() -> unauthorized(route, context.request()));
        if (turnedAway.isPresent()) {
            delivery.send(turnedAway.get());
            return;
        }
        Supplier<Answer> work = work(route, context);
        sandbox.faults().next(route).ifPresentOrElse(fault -> delivery.deliver(fault, work),
                () -> delivery.send(work.get()));
    }

    private Optional<Answer> unauthorized(SandboxRoute route, HttpServerRequest request) {
        String authorization = Optional.ofNullable(request.getHeader("Authorization")).orElse("");
        boolean known = route == SandboxRoute.LOG_IN ? sandbox.tokens().allowsPartner(authorization)
                : sandbox.tokens().allowsUser(authorization);
        return known ? Optional.empty() : Optional.of(Answer.unauthorized("Authentication needed."));
    }

    private Supplier<Answer> work(SandboxRoute route, RoutingContext context) {
        Locations locations = sandbox.locations();
        Map<String, String> query = context.queryParams().entries().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, repeated) -> repeated));
        String body = Optional.ofNullable(context.body().asString()).orElse("");
        Call call = new Call(route, context.pathParams(), query, body);
        boolean version2 = Optional.ofNullable(context.request().getHeader("Accept")).orElse("").contains(VERSION_2);
        return () -> {
            Answer answer = call.answer(locations, sandbox.tokens());
            return version2 ? answer : answer.withoutEnvelope();
        };
    }

    private Delivery delivery(RoutingContext context) {
        return new Delivery(context, sandbox.tokens());
    }
}
