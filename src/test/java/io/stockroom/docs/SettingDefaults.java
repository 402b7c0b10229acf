package io.stockroom.docs;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.WithDefault;
import io.stockroom.local.SandboxConfigSourceFactory;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The values of settings that nobody sets: those of the mappings, of {@code application.properties} and, in dev mode, of the sandbox. */
final class SettingDefaults {

    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{([^:}]+):(.*)}");

    private final Map<String, String> deployed = new TreeMap<>();
    private final Map<String, String> development = new TreeMap<>();

    SettingDefaults() {
        Properties properties = new Properties();
        try (Reader file = Files.newBufferedReader(Path.of("src/main/resources/application.properties"))) {
            properties.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        properties.forEach((key, value) -> add(key.toString(), value.toString()));
        new SandboxConfigSourceFactory().getConfigSources(new DevMode())
                .forEach(source -> development.putAll(source.getProperties()));
    }

    private void add(String key, String value) {
        if (!key.startsWith("%")) {
            deployed.put(key, value);
        } else if (Arrays.asList(key.substring(1, key.indexOf('.')).split(",")).contains("dev")) {
            development.put(key.substring(key.indexOf('.') + 1), value);
        }
    }

    /** Returns the variable that a property takes its value from, if it has no value of its own. */
    Optional<String> alias(String property) {
        return Optional.ofNullable(deployed.get(property)).map(EXPRESSION::matcher)
                .filter(expression -> expression.matches() && expression.group(2).isEmpty())
                .map(expression -> variable(expression.group(1)));
    }

    /** Returns whether Quarkus reads a setting in each function, because a setting of its own takes its value from it. */
    boolean isReadByQuarkus(String property) {
        return deployed.entrySet().stream()
                .anyMatch(entry -> entry.getKey().startsWith("quarkus.") && entry.getValue().startsWith("${" + property + ":"));
    }

    /** Returns the default of a setting as Markdown; empty if it has none. */
    String markdown(String property, Method method) {
        WithDefault own = method.getAnnotation(WithDefault.class);
        String value = deployed.getOrDefault(property, own == null ? null : own.value());
        String inDevMode = alias(property).isPresent() ? null : development.get(property);
        String shown = value == null || alias(property).isPresent() ? "" : shown(value);
        if (inDevMode == null || inDevMode.equals(value)) {
            return shown;
        }
        return (shown.isEmpty() ? "" : shown + "; ") + "in dev mode " + shown(inDevMode);
    }

    private static String shown(String value) {
        var expression = EXPRESSION.matcher(value);
        return expression.matches() ? "the value of `" + variable(expression.group(1)) + '`'
                : '`' + value.replaceAll("\\$\\{[^:}]+:([^}]*)}", "$1") + '`';
    }

    static String variable(String property) {
        return property.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_");
    }

    /** The configuration without anything that would replace the sandbox. */
    private static final class DevMode implements ConfigSourceContext {

        @Override
        public ConfigValue getValue(String name) {
            return ConfigValue.builder().withName(name).withConfigSourceOrdinal(0).build();
        }

        @Override
        public List<String> getProfiles() {
            return List.of("dev");
        }

        @Override
        public Iterator<String> iterateNames() {
            return List.<String>of().iterator();
        }
    }
}
