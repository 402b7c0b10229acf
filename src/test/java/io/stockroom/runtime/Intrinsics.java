package io.stockroom.runtime;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Resolves CloudFormation's intrinsic functions, as far as the variables of functions use them. A reference to a resource without a
 * given value resolves to its logical name, because most tests do not use the resource.
 */
final class Intrinsics {

    /** A dynamic reference to a field of a secret, or to a whole secret; resolves to the given value with the field's or secret's name. */
    private static final Pattern SECRET = Pattern
            .compile("\\{\\{resolve:secretsmanager:(?:[^:}]+:SecretString:(\\w+)|([^:}]+):SecretString)}}");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(!?)([^}]+)}");

    private final Map<?, ?> conditions;
    private final Map<?, ?> resources;
    private final Map<String, Object> values = new HashMap<>();

    Intrinsics(Map<String, ?> template, Map<String, String> given) {
        conditions = part(template, "Conditions");
        resources = part(template, "Resources");
        values.put("AWS::Region", Function.REGION);
        values.put("AWS::AccountId", Function.ACCOUNT);
        values.put("AWS::Partition", "aws");
        values.put("AWS::URLSuffix", "amazonaws.com");
        values.put("AWS::StackName", "stockroom");
        values.put("AWS::NoValue", null);
        part(template, "Parameters").forEach((name, parameter) -> {
            if (((Map<?, ?>) parameter).containsKey("Default")) {
                values.put(name.toString(), ((Map<?, ?>) parameter).get("Default"));
            }
        });
        values.putAll(given);
    }

    private static Map<?, ?> part(Map<String, ?> template, String name) {
        return template.containsKey(name) ? (Map<?, ?>) template.get(name) : Map.of();
    }

    /** Returns the value with its functions applied; null for {@code AWS::NoValue}. */
    Object resolve(Object value) {
        if (!(value instanceof Map<?, ?> call) || call.size() != 1) {
            return value;
        }
        Object name = call.keySet().iterator().next();
        Object argument = call.get(name);
        return switch (name.toString()) {
            case "Ref" -> value(argument.toString());
            case "Fn::GetAtt" -> value(argument instanceof List<?> path ? joined(path, ".") : argument.toString());
            case "Fn::Sub" -> argument instanceof List<?> list
                    ? substitute(list.get(0).toString(), (Map<?, ?>) list.get(1))
                    : substitute(argument.toString(), Map.of());
            case "Fn::Join" -> joined((List<?>) resolve(((List<?>) argument).get(1)), ((List<?>) argument).get(0).toString());
            case "Fn::Split" -> List.of(text(((List<?>) argument).get(1)).split(Pattern.quote(((List<?>) argument).get(0).toString())));
            case "Fn::If" -> choose((List<?>) argument);
            default -> throw new IllegalArgumentException("The tests do not support " + name + " in the template");
        };
    }

    private Object choose(List<?> choice) {
        return resolve(choice.get(holds(conditions.get(choice.get(0))) ? 1 : 2));
    }

    private boolean holds(Object condition) {
        Map<?, ?> call = (Map<?, ?>) condition;
        Object name = call.keySet().iterator().next();
        if (name.equals("Condition")) {
            return holds(conditions.get(call.get(name)));
        }
        List<?> arguments = (List<?>) call.get(name);
        return switch (name.toString()) {
            case "Fn::Equals" -> text(arguments.get(0)).equals(text(arguments.get(1)));
            case "Fn::Not" -> !holds(arguments.get(0));
            case "Fn::And" -> arguments.stream().allMatch(this::holds);
            case "Fn::Or" -> arguments.stream().anyMatch(this::holds);
            default -> throw new IllegalArgumentException("The tests do not support the condition " + name + " in the template");
        };
    }

    private Object value(String name) {
        if (values.containsKey(name)) {
            return values.get(name);
        }
        if (resources.containsKey(name.split("\\.")[0])) {
            return name;
        }
        throw new IllegalArgumentException("The template refers to " + name + "; pass a value for it to the test");
    }

    private String substitute(String text, Map<?, ?> own) {
        String substituted = PLACEHOLDER.matcher(text).replaceAll(match -> Matcher.quoteReplacement(
                !match.group(1).isEmpty() ? "${" + match.group(2) + "}"
                        : own.containsKey(match.group(2)) ? text(own.get(match.group(2)))
                        : text(value(match.group(2)))));
        return SECRET.matcher(substituted)
                .replaceAll(match -> Matcher.quoteReplacement(text(value(match.group(1) == null ? match.group(2) : match.group(1)))));
    }

    private String joined(List<?> parts, String separator) {
        return parts.stream().map(this::text).collect(Collectors.joining(separator));
    }

    private String text(Object value) {
        return String.valueOf(resolve(value));
    }
}
