package io.stockroom.docs;

import static java.util.stream.Collectors.toSet;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaParameterizedType;
import com.tngtech.archunit.core.domain.JavaType;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Provider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Finds what the code of one function may call: follows calls from its handler, and injection points to the beans and producers that the
 * container selects from. A call of an interface's method reaches the implementations of which the function may have an instance.
 */
final class ConfigurationReach {

    private static final Path SOURCES = Path.of("src/main/java");

    private final List<JavaClass> beans;
    private final List<JavaMethod> producers;
    private final Set<JavaClass> instances = new LinkedHashSet<>();
    /** Beans behind proxies, by their types, with what creates them: that happens when a method is called. */
    private final Map<JavaClass, Runnable> proxies = new LinkedHashMap<>();
    private final Set<JavaMethod> called = new LinkedHashSet<>();
    private final Set<JavaCodeUnit> reached = new HashSet<>();
    private final Deque<JavaCodeUnit> pending = new ArrayDeque<>();

    private ConfigurationReach(List<JavaClass> beans, List<JavaMethod> producers) {
        this.beans = beans;
        this.producers = producers;
    }

    /** Returns the functions that may call a method, by {@code Class.method}. */
    static Map<String, Set<String>> functionsByMethod(JavaClasses classes, List<String> functions) {
        List<JavaClass> beans = classes.stream().filter(type -> isDeployed(type) && isBean(type)).toList();
        List<JavaMethod> producers = classes.stream().filter(ConfigurationReach::isDeployed).flatMap(type -> type.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(Produces.class)).toList();
        Map<String, Set<String>> functionsByMethod = new HashMap<>();
        for (String function : functions) {
            new ConfigurationReach(beans, producers).methods(function)
                    .forEach(method -> functionsByMethod.computeIfAbsent(method, name -> new TreeSet<>()).add(function));
        }
        return functionsByMethod;
    }

    private Set<String> methods(String function) {
        beans.stream().filter(type -> isNamed(type, function) || type.getMethods().stream().anyMatch(ConfigurationReach::isObserver))
                .forEach(this::provide);
        while (!pending.isEmpty()) {
            visit(pending.pop());
        }
        return reached.stream().map(unit -> unit.getOwner().getName() + '.' + unit.getName()).collect(toSet());
    }

    private void visit(JavaCodeUnit unit) {
        unit.getOwner().getStaticInitializer().ifPresent(this::reach);
        for (JavaAccess<?> access : unit.getAccessesFromSelf()) {
            if (!isOwn(access.getTargetOwner())) {
                continue;
            }
            access.getTargetOwner().getStaticInitializer().ifPresent(this::reach);
            if (access instanceof JavaCodeUnitAccess<?> call) {
                call.getTarget().resolveMember().ifPresent(this::call);
            }
        }
    }

    private void call(JavaCodeUnit target) {
        reach(target);
        if (target instanceof JavaConstructor) {
            instantiate(target.getOwner());
        } else if (target instanceof JavaMethod method && called.add(method)) {
            List.copyOf(proxies.keySet()).stream().filter(type -> type.isAssignableTo(method.getOwner().getName()))
                    .forEach(type -> proxies.remove(type).run());
            List.copyOf(instances).forEach(type -> dispatch(method, type));
        }
    }

    private void reach(JavaCodeUnit unit) {
        if (reached.add(unit)) {
            pending.push(unit);
        }
    }

    private void dispatch(JavaMethod method, JavaClass type) {
        if (type.isAssignableTo(method.getOwner().getName())) {
            withSupertypes(type).filter(ConfigurationReach::isOwn).flatMap(each -> each.getMethods().stream())
                    .filter(each -> overrides(each, method)).forEach(this::reach);
        }
    }

    private void instantiate(JavaClass type) {
        if (instances.add(type)) {
            List.copyOf(called).forEach(method -> dispatch(method, type));
            // Libraries call what they declare, such as the handler's method, an iterator's or close().
            List<JavaMethod> foreign = withSupertypes(type).filter(each -> !isOwn(each)).flatMap(each -> each.getMethods().stream())
                    .toList();
            withSupertypes(type).filter(ConfigurationReach::isOwn).flatMap(each -> each.getMethods().stream())
                    .filter(method -> isObserver(method) || foreign.stream().anyMatch(other -> overrides(method, other)))
                    .forEach(this::reach);
        }
    }

    /** Creates a bean as the container does. */
    private void provide(JavaClass bean) {
        if (instances.contains(bean)) {
            return;
        }
        instantiate(bean);
        List<JavaConstructor> constructors = new ArrayList<>(bean.getConstructors());
        if (constructors.size() > 1) {
            constructors.removeIf(constructor -> !constructor.isAnnotatedWith(Inject.class));
        }
        constructors.forEach(this::invoke);
        bean.getFields().stream().filter(field -> field.isAnnotatedWith(Inject.class))
                .forEach(field -> inject(field.getType(), bean));
    }

    private void invoke(JavaCodeUnit unit) {
        reach(unit);
        unit.getParameterTypes().forEach(parameter -> inject(parameter, unit.getOwner()));
    }

    private void inject(JavaType type, JavaClass target) {
        JavaClass raw = type.toErasure();
        if (raw.isEquivalentTo(Instance.class) || raw.isEquivalentTo(Provider.class)) {
            inject(((JavaParameterizedType) type).getActualTypeArguments().get(0), target);
            return;
        }
        producers.stream().filter(producer -> producer.getRawReturnType().isAssignableTo(raw.getName()))
                .forEach(producer -> onCall(producer.getRawReturnType(), () -> {
                    provide(producer.getOwner());
                    invoke(producer);
                }));
        String source = raw.isEquivalentTo(RequestHandler.class) ? source(target) : "";
        beans.stream().filter(bean -> isSelected(bean, source)).forEach(this::provide);
        beans.stream().filter(bean -> isOwn(raw) && bean.isAssignableTo(raw.getName())).forEach(bean -> onCall(bean, () -> provide(bean)));
    }

    /** Creates a bean at the first call of one of its methods; one of a library's type at once, because such calls are not followed. */
    private void onCall(JavaClass type, Runnable creation) {
        if (!isOwn(type) || called.stream().anyMatch(method -> type.isAssignableTo(method.getOwner().getName()))) {
            creation.run();
        } else if (!instances.contains(type)) {
            proxies.putIfAbsent(type, creation);
        }
    }

    private static boolean isBean(JavaClass type) {
        return !type.isInterface() && type.getAnnotations().stream()
                .anyMatch(annotation -> annotation.getRawType().getSimpleName().matches(".*Scoped|Singleton|Dependent"));
    }

    /** A class that chooses among handlers does so by their names. */
    private static boolean isSelected(JavaClass bean, String source) {
        return bean.isAnnotatedWith(Named.class) && source.contains('"' + bean.getAnnotationOfType(Named.class).value() + '"');
    }

    private static String source(JavaClass type) {
        try {
            return Files.readString(SOURCES.resolve(type.getName().replace('.', '/') + ".java"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isNamed(JavaClass type, String name) {
        return type.isAnnotatedWith(Named.class) && type.getAnnotationOfType(Named.class).value().equals(name);
    }

    private static boolean isObserver(JavaMethod method) {
        return method.getParameters().stream().anyMatch(parameter -> parameter.isAnnotatedWith(Observes.class));
    }

    private static boolean isOwn(JavaClass type) {
        return type.getPackageName().startsWith("io.stockroom");
    }

    private static boolean isDeployed(JavaClass type) {
        return isOwn(type) && !type.getPackageName().startsWith("io.stockroom.local");
    }

    private static boolean overrides(JavaMethod method, JavaMethod other) {
        return !method.getModifiers().contains(JavaModifier.ABSTRACT) && method.getName().equals(other.getName())
                && method.getRawParameterTypes().size() == other.getRawParameterTypes().size();
    }

    private static Stream<JavaClass> withSupertypes(JavaClass type) {
        return Stream.of(Stream.of(type), type.getAllRawSuperclasses().stream(), type.getAllRawInterfaces().stream())
                .flatMap(each -> each);
    }
}
