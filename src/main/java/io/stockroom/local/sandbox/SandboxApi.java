package io.stockroom.local.sandbox;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The sandbox over HTTP: the API at {@code /api/v1} and the control routes next to it, mounted at {@code /sandbox}. */
final class SandboxApi {

    static final String MOUNT = "/sandbox/*";
    static final String BASE = "/api/v1";

    /** The service's own media types, and those of its sibling. */
    private static final Pattern VERSION_2 = Pattern.compile("application/vnd\\.[^;,\\s]+\\+json", Pattern.CASE_INSENSITIVE);

    private final Sandbox sandbox;

    SandboxApi(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    Router router(Vertx vertx) {
        Router router = Router.router(vertx);
        router.route().handler(BodyHandler.create(false));
        router.route(BASE + "/*").handler(this::addDate);
        for (SandboxRoute route : SandboxRoute.values()) {
            router.route(route.method(), BASE + route.path()).handler(context -> serve(route, context));
        }
        router.route(BASE + "/*").handler(context -> injector(context).send(SandboxResponse.notFound()));
        new ControlApi(sandbox).addTo(router);
        return router;
    }

    private void addDate(RoutingContext context) {
        context.response().putHeader("Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(sandbox.now().atOffset(ZoneOffset.UTC)));
        context.next();
    }

    private void serve(SandboxRoute route, RoutingContext context) {
        FaultInjector injector = injector(context);
        Optional<SandboxResponse> rejection = sandbox.traffic().arrive(route.title())
                .or(() -> unauthorized(route, context.request()));
        if (rejection.isPresent()) {
            injector.send(rejection.get());
            return;
        }
        Supplier<SandboxResponse> work = work(route, context, UnaryOperator.identity());
        IntFunction<SandboxResponse> part = lines -> work(route, context, request -> request.withFirstLines(lines)).get();
        sandbox.faults().next(route).ifPresentOrElse(fault -> injector.inject(fault, work, part),
                () -> injector.send(work.get()));
    }

    private Optional<SandboxResponse> unauthorized(SandboxRoute route, HttpServerRequest request) {
        boolean known = route == SandboxRoute.LOG_IN ? sandbox.tokens().allowsPartner(authorization(request))
                : sandbox.tokens().user(authorization(request)).isPresent();
        return known ? Optional.empty() : Optional.of(SandboxResponse.unauthorized("Authentication needed."));
    }

    private static String authorization(HttpServerRequest request) {
        return Optional.ofNullable(request.getHeader("Authorization")).orElse("");
    }

    private Supplier<SandboxResponse> work(SandboxRoute route, RoutingContext context, UnaryOperator<SandboxRequest> change) {
        Optional<SandboxUser> user = sandbox.tokens().user(authorization(context.request()));
        Locations locations = user.map(sandbox.locations()::visibleTo).orElseGet(sandbox::locations);
        Map<String, String> query = context.queryParams().entries().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (first, repeated) -> repeated));
        String body = Optional.ofNullable(context.body().asString()).orElse("");
        SandboxRequest received = new SandboxRequest(route, context.pathParams(), query, body, sandbox.quirks(), sandbox.style());
        SandboxLanguage language = sandbox.style().language();
        boolean version2 = VERSION_2.matcher(String.join(",", context.request().headers().getAll("Accept"))).find();
        Set<SandboxRoute> denied = user.map(SandboxUser::denied).orElse(Set.of());
        return () -> {
            SandboxResponse response = language.translated(denied.contains(route) ? SandboxResponse.failure(403, "Access denied")
                    : change.apply(received).handle(locations, sandbox.tokens(), denied));
            return version2 ? response : response.withoutEnvelope();
        };
    }

    private FaultInjector injector(RoutingContext context) {
        return new FaultInjector(context, sandbox.tokens(), sandbox.style().language());
    }
}
