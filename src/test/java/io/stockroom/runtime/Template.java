package io.stockroom.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A SAM template, read as far as it defines the functions, their environments and routes. */
final class Template {

    private final Map<String, Object> content;
    private final Intrinsics intrinsics;

    private Template(Map<String, Object> content, Map<String, String> values) {
        this.content = content;
        this.intrinsics = new Intrinsics(content, values);
    }

    static Template read(Path file, Map<String, String> values) {
        try {
            return parse(Files.readString(file), values);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Template parse(String yaml, Map<String, String> values) {
        return new Template(new Yaml(new Tags()).load(yaml), values);
    }

    /** Returns the resources as written, by logical name. */
    Map<String, Object> resources() {
        return section(content, "Resources");
    }

    /** Returns a resource as it is written. */
    Map<String, Object> resource(String name) {
        return part(resources(), name);
    }

    /** Returns the properties of a resource as they are written. */
    Map<String, Object> properties(String resource) {
        return part(resources(), resource, "Properties");
    }

    /** Returns the part of a map at that path. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> part(Map<String, Object> map, String... path) {
        Map<String, Object> part = map;
        for (String name : path) {
            part = (Map<String, Object>) part.get(name);
        }
        return part;
    }

    /** The parameters as they are written, by their names. */
    Map<String, Object> parameters() {
        return section(content, "Parameters");
    }

    /** Returns the value of an output, with its functions applied. */
    String output(String name) {
        return intrinsics.resolve(section(section(content, "Outputs"), name).get("Value")).toString();
    }

    /** Returns a property of a resource, with its function applied. */
    Object property(String resource, String name) {
        return intrinsics.resolve(section(section(resources(), resource), "Properties").get(name));
    }

    /** The properties that all functions share, as they are written. */
    Map<String, Object> globals() {
        return section(section(content, "Globals"), "Function");
    }

    List<Function> functions() {
        Map<String, Object> resources = resources();
        return resources.keySet().stream()
                .filter(name -> "AWS::Serverless::Function".equals(section(resources, name).get("Type")))
                .map(this::function).toList();
    }

    Function function(String name) {
        Map<String, Object> globals = section(section(content, "Globals"), "Function");
        Map<String, Object> own = section(section(resources(), name), "Properties");
        if (own.isEmpty()) {
            throw new IllegalArgumentException("The template has no function " + name);
        }
        Map<String, Object> merged = new HashMap<>(globals);
        merged.putAll(own);
        // 128 MB and 3 seconds are Lambda's defaults.
        return new Function(name, environment(globals, own), number(merged.getOrDefault("MemorySize", 128)),
                Duration.ofSeconds(number(merged.getOrDefault("Timeout", 3))), routes(own));
    }

    /** A function's own variable replaces the shared one, even if it is {@code AWS::NoValue}. */
    private Map<String, String> environment(Map<String, Object> globals, Map<String, Object> own) {
        Map<String, Object> written = new LinkedHashMap<>(section(section(globals, "Environment"), "Variables"));
        written.putAll(section(section(own, "Environment"), "Variables"));
        Map<String, String> variables = new HashMap<>();
        written.forEach((name, value) -> {
            Object resolved = intrinsics.resolve(value);
            if (resolved != null) {
                variables.put(name, resolved.toString());
            }
        });
        return variables;
    }

    private List<Function.Route> routes(Map<String, Object> properties) {
        List<Function.Route> routes = new ArrayList<>();
        Map<String, Object> events = section(properties, "Events");
        for (String name : events.keySet()) {
            Map<String, Object> event = section(events, name);
            Map<String, Object> route = section(event, "Properties");
            if ("HttpApi".equals(event.get("Type")) && !route.containsKey("Path")) {
                routes.add(Function.Route.DEFAULT);
            } else if ("HttpApi".equals(event.get("Type"))) {
                String method = intrinsics.resolve(route.getOrDefault("Method", "ANY")).toString();
                routes.add(new Function.Route(method.toUpperCase(Locale.ROOT), intrinsics.resolve(route.get("Path")).toString()));
            }
        }
        return routes;
    }

    private int number(Object value) {
        return Integer.parseInt(intrinsics.resolve(value).toString());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> section(Map<String, Object> parent, String name) {
        return (Map<String, Object>) parent.getOrDefault(name, Map.of());
    }

    /** Reads CloudFormation's short forms as the full ones: {@code !Ref X} as {@code {Ref: X}}. */
    private static final class Tags extends SafeConstructor {

        Tags() {
            super(new LoaderOptions());
            yamlMultiConstructors.put("!", new AbstractConstruct() {
                @Override
                public Object construct(Node node) {
                    String name = node.getTag().getValue().substring(1);
                    boolean withoutPrefix = name.equals("Ref") || name.equals("Condition");
                    return Map.of(withoutPrefix ? name : "Fn::" + name, argument(node));
                }
            });
        }

        private Object argument(Node node) {
            if (node instanceof ScalarNode scalar) {
                return constructScalar(scalar);
            }
            return node instanceof SequenceNode sequence
                    ? constructSequence(sequence)
                    : constructMapping((MappingNode) node);
        }
    }
}
