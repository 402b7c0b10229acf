package io.stockroom.docs;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import io.smallrye.config.WithParentName;
import io.stockroom.ProductClasses;
import io.stockroom.config.ConfigCheck;
import io.stockroom.config.SettingRanges;
import io.stockroom.config.SettingRanges.Limits;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** All settings, read from the {@code @ConfigMapping} interfaces and from the code that calls their methods. */
final class ConfigurationSettings {

    private static final Map<String, String> TYPES = Map.ofEntries(Map.entry("boolean", "`true` or `false`"), Map.entry("int", "number"),
            Map.entry("long", "number"), Map.entry("java.util.OptionalLong", "number"), Map.entry("java.math.BigDecimal", "decimal"),
            Map.entry("java.time.Duration", "duration"), Map.entry("java.lang.String", "text"),
            Map.entry("java.net.URI", "http or https URL"), Map.entry("java.util.List<java.lang.String>", "list"),
            Map.entry("java.util.Set<java.lang.Long>", "list of numbers"));
    /** What ConfigCheck accepts of types whose settings have no range of their own. */
    private static final Map<String, String> RANGES = Map.of("java.util.OptionalLong", "positive", "java.util.Set<java.lang.Long>",
            "positive");
    /** Types of what is read as text, so that the message about an error has the name of the variable. */
    private static final Map<String, String> TEXTS = Map.of("_ID", "java.util.OptionalLong", "_LOCATIONS", "java.util.Set<java.lang.Long>",
            "_QUEUE_URL", "java.net.URI");

    private final JavaClasses classes = ProductClasses.all();
    private final Map<String, Limits> ranges = SettingRanges.byVariable();
    private final SettingDefaults defaults = new SettingDefaults();
    private final Map<String, Set<String>> readers;
    private final Map<String, Method> methods = new HashMap<>();
    private final Map<String, String> properties = new HashMap<>();
    private final List<Setting> settings = new ArrayList<>();

    private ConfigurationSettings() {
        readers = ConfigurationReach.functionsByMethod(classes, ConfigCheck.FUNCTIONS);
        List<Class<?>> mappings = classes.stream().filter(type -> type.isAnnotatedWith(ConfigMapping.class))
                .<Class<?>>map(JavaClass::reflect).sorted(Comparator.comparing(Class::getName)).toList();
        mappings.forEach(mapping -> declare(mapping, mapping.getAnnotation(ConfigMapping.class).prefix()));
        mappings.forEach(this::add);
    }

    static List<Setting> all() {
        return new ConfigurationSettings().settings;
    }

    /** Notes each method and its property first, because comments link to methods. */
    private void declare(Class<?> group, String prefix) {
        for (Method method : group.getDeclaredMethods()) {
            String property = property(method, prefix);
            methods.put(name(method), method);
            properties.put(name(method), property);
            Class<?> nested = nested(method);
            if (nested != null) {
                declare(nested, property);
            }
        }
    }

    private void add(Class<?> mapping) {
        ConfigurationJavadoc javadoc = ConfigurationJavadoc.read(Path.of("src/main/java", mapping.getName().replace('.', '/') + ".java"));
        for (String name : javadoc.methods()) {
            String full = mapping.getPackageName() + '.' + name;
            Method method = methods.get(full);
            if (method != null && nested(method) == null && !method.getReturnType().isAnnotationPresent(ConfigMapping.class)
                    && !isAlias(properties.get(full))) {
                settings.add(setting(method, properties.get(full), javadoc.markdown(name, link -> target(method, link))));
            }
        }
    }

    /** Whether a property only takes its value from another mapping's property, so that nobody sets it. */
    private boolean isAlias(String property) {
        return defaults.alias(property).filter(alias -> properties.values().stream().anyMatch(each -> variable(each).equals(alias)))
                .isPresent();
    }

    private Setting setting(Method method, String property, String meaning) {
        String variable = defaults.alias(property).orElse(variable(property));
        String type = type(method, variable);
        if (!TYPES.containsKey(type)) {
            throw new AssertionError("The page has no name for the type " + type + " of " + variable);
        }
        boolean isReadByQuarkus = defaults.alias(property).isPresent() || defaults.isReadByQuarkus(property);
        Set<String> functions = isReadByQuarkus ? Set.copyOf(ConfigCheck.FUNCTIONS) : readers.getOrDefault(name(method), Set.of());
        return new Setting(variable, TYPES.get(type), defaults.markdown(property, method),
                range(variable, type, method.getAnnotation(WithDefault.class)), functions, meaning);
    }

    private static String type(Method method, String variable) {
        String type = method.getGenericReturnType().getTypeName().replaceAll("java.util.Optional<(.*)>", "$1");
        return type.equals("java.lang.String") ? TEXTS.entrySet().stream().filter(text -> variable.endsWith(text.getKey()))
                .map(Map.Entry::getValue).findFirst().orElse(type) : type;
    }

    private String range(String variable, String type, WithDefault own) {
        Limits limits = ranges.get(variable);
        if (limits == null) {
            return RANGES.getOrDefault(type, "");
        }
        // Zero may have a meaning of its own beside the range, such as "never".
        boolean orZero = own != null && own.value().equals("PT0S") && !limits.min().equals(Duration.ZERO);
        return (orZero ? "`PT0S`, or " : "") + shown(limits.min()) + " to " + shown(limits.max());
    }

    private static String shown(Comparable<?> limit) {
        return '`' + (limit instanceof Duration duration && duration.toSeconds() > 0 && duration.equals(Duration.ofDays(duration.toDays()))
                ? "P" + duration.toDays() + 'D' : limit.toString()) + '`';
    }

    /** Returns the variable of a method that a comment links to, such as {@code AltegioConfig#login()}. */
    private String target(Method from, String link) {
        String[] parts = link.replace("()", "").split("#");
        Class<?> owner = from.getDeclaringClass();
        String type = parts[0].isEmpty() || parts[0].equals(owner.getSimpleName()) ? owner.getName()
                : owner.getPackageName() + '.' + parts[0];
        String property = parts.length == 2 ? properties.get(type + '.' + parts[1]) : null;
        if (property == null) {
            throw new AssertionError(name(from) + " links to " + link + ", which is no setting: operators could not follow it");
        }
        return variable(property);
    }

    private static String property(Method method, String prefix) {
        WithName given = method.getAnnotation(WithName.class);
        String name = given == null ? method.getName().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT) : given.value();
        return (method.isAnnotationPresent(WithParentName.class) ? prefix : prefix + '.' + name)
                + (method.getReturnType() == Map.class ? ".<name>" : "");
    }

    /** Returns the interface of a group of settings, or null if the method is a setting. */
    private static Class<?> nested(Method method) {
        Type type = method.getGenericReturnType();
        if (method.getReturnType() == Map.class) {
            return (Class<?>) ((ParameterizedType) type).getActualTypeArguments()[1];
        }
        return type instanceof Class<?> group && group.isMemberClass() && group.isInterface() ? group : null;
    }

    private static String name(Method method) {
        return method.getDeclaringClass().getName() + '.' + method.getName();
    }

    private static String variable(String property) {
        return SettingDefaults.variable(property);
    }
}
