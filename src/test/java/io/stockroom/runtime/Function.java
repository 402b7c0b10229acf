package io.stockroom.runtime;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A function as {@code template.yaml} declares it, with globals merged and references resolved.
 *
 * @param name        logical name in the template
 * @param environment its own variables, without those that Lambda adds
 */
public record Function(String name, Map<String, String> environment, int memoryMegabytes, Duration timeout,
        List<Route> routes) {

    static final String REGION = "eu-central-1";
    static final String ACCOUNT = "123456789012";

    /** A route of the HTTP API that invokes the function; path parameters are in braces. */
    public record Route(String method, String path) {

        /** The route of all requests that no other route matches. */
        public static final Route DEFAULT = new Route("ANY", "$default");

        public boolean isDefault() {
            return equals(DEFAULT);
        }

        /** Returns whether the route is another one with Altegio's prefix. */
        public boolean isVariant() {
            return path.startsWith("/api/v1/");
        }

        /** Returns the route key as API Gateway writes it, such as {@code GET /storages/{location_id}}. */
        public String key() {
            return isDefault() ? path : method + " " + path;
        }

        /** Returns whether the route matches a request; a parameter matches one path segment. */
        public boolean matches(String requestMethod, String rawPath) {
            return isDefault() || method.equals(requestMethod) && rawPath.matches(path.replaceAll("\\{[^}]+}", "[^/]+"));
        }
    }

    public Function {
        environment = Map.copyOf(environment);
        routes = List.copyOf(routes);
    }

    /**
     * Returns the function with that logical name.
     *
     * @param values by reference: of parameters and, if a test needs them, of resources ({@code Table}) and their attributes
     *               ({@code Table.Arn})
     */
    public static Function of(String name, Map<String, String> values) {
        return Template.read(Path.of("template.yaml"), values).function(name);
    }

    /** Returns all functions of the template, in its order. */
    public static List<Function> all(Map<String, String> values) {
        return Template.read(Path.of("template.yaml"), values).functions();
    }

    /** Returns the name by which the executable finds the handler. */
    public String handler() {
        return environment.get("QUARKUS_LAMBDA_HANDLER");
    }

    /** Returns the same function with one added or changed variable. */
    public Function with(String variable, String value) {
        Map<String, String> changed = new HashMap<>(environment);
        changed.put(variable, value);
        return new Function(name, changed, memoryMegabytes, timeout, routes);
    }

    /** Returns the same function with added or changed variables. */
    public Function withAll(Map<String, String> variables) {
        Map<String, String> changed = new HashMap<>(environment);
        changed.putAll(variables);
        return new Function(name, changed, memoryMegabytes, timeout, routes);
    }

    /** Returns the same function without that variable. */
    public Function without(String variable) {
        Map<String, String> changed = new HashMap<>(environment);
        changed.remove(variable);
        return new Function(name, changed, memoryMegabytes, timeout, routes);
    }

    /** Returns all environment variables of its process: its own and those that Lambda sets. */
    Map<String, String> environment(Code code, RuntimeApi api) {
        Map<String, String> all = new HashMap<>(environment);
        all.put("_HANDLER", code.handler());
        all.put("LAMBDA_TASK_ROOT", code.root().toString());
        all.put("AWS_LAMBDA_RUNTIME_API", api.address());
        all.put("AWS_LAMBDA_FUNCTION_NAME", name);
        all.put("AWS_LAMBDA_FUNCTION_VERSION", "$LATEST");
        all.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(memoryMegabytes));
        all.put("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
        all.put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/" + name);
        all.put("AWS_LAMBDA_LOG_STREAM_NAME", "2026/01/01/[$LATEST]0123456789abcdef0123456789abcdef");
        all.put("AWS_REGION", REGION);
        all.put("AWS_DEFAULT_REGION", REGION);
        all.put("AWS_ACCESS_KEY_ID", "test");
        all.put("AWS_SECRET_ACCESS_KEY", "test");
        all.put("AWS_SESSION_TOKEN", "test");
        all.put("LANG", "en_US.UTF-8");
        all.put("TZ", ":UTC");
        all.put("PATH", "/usr/local/bin:/usr/bin:/bin");
        return all;
    }
}
