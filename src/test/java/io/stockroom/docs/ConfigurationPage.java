package io.stockroom.docs;

import static java.util.stream.Collectors.joining;

import io.stockroom.config.ConfigCheck;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The page of all settings: the text of {@code src/test/docs/configuration.md}, in which {@code {settings ALTEGIO_RATE_* ALTEGIO_URL}}
 * becomes the table of these settings.
 */
final class ConfigurationPage {

    static final Path FILE = Path.of("docs/configuration.md");
    static final String COMMAND = "./mvnw test -Dtest=ConfigurationPageTest -Dconfiguration.write=true";

    private static final Path TEMPLATE = Path.of("src/test/docs/configuration.md");
    private static final Pattern TABLE = Pattern.compile("\\{settings ([^}]+)}");
    private static final String HEADER = "| variable | type | default | range | functions | meaning |\n|---|---|---|---|---|---|\n";
    /** From how many functions on those are listed that do not read a setting. */
    private static final int MIN_NEARLY_ALL = 9;

    private final List<Setting> settings;
    private final Map<Set<String>, String> groups;

    ConfigurationPage(List<Setting> settings) {
        this.settings = settings;
        this.groups = Map.of(Set.copyOf(ConfigCheck.FUNCTIONS), "all", readers("ALTEGIO_TIMEOUT"), "all that call Altegio",
                readers("STOCKROOM_PUBLIC_URL"), "all with routes");
    }

    /** Returns the page. Each setting is in exactly one of its tables. */
    String content() {
        List<Setting> shown = new ArrayList<>();
        StringBuilder page = new StringBuilder();
        Matcher tables = TABLE.matcher(template());
        while (tables.find()) {
            List<Setting> group = Stream.of(tables.group(1).split(" ")).flatMap(this::named).toList();
            shown.addAll(group);
            tables.appendReplacement(page, Matcher.quoteReplacement(HEADER + group.stream().map(this::row).collect(joining("\n"))));
        }
        tables.appendTail(page);
        if (shown.size() != settings.size() || !shown.containsAll(settings)) {
            throw new AssertionError(TEMPLATE + " must have each setting in one table, but has " + variables(shown) + " of "
                    + variables(settings));
        }
        return page.toString().replace("{command}", COMMAND).replace("{functions that call Altegio}", list(readers("ALTEGIO_TIMEOUT")))
                .replace("{functions with routes}", list(readers("STOCKROOM_PUBLIC_URL")));
    }

    /** Returns the setting of a name, or all of a prefix that ends with an asterisk. */
    private Stream<Setting> named(String name) {
        String prefix = name.replace("*", "");
        return settings.stream().filter(setting -> name.equals(prefix) ? setting.variable().equals(name)
                : setting.variable().startsWith(prefix));
    }

    private String row(Setting setting) {
        return "| " + String.join(" | ", '`' + setting.variable() + '`', setting.type(), setting.defaultValue(), setting.range(),
                functions(setting.functions()), setting.meaning()) + " |";
    }

    private String functions(Set<String> functions) {
        String group = groups.get(functions);
        if (group != null) {
            return group;
        }
        Set<String> others = new TreeSet<>(ConfigCheck.FUNCTIONS);
        others.removeAll(functions);
        return functions.size() < MIN_NEARLY_ALL ? list(functions) : "all but " + list(others);
    }

    private static String list(Set<String> functions) {
        return functions.stream().sorted().map(function -> '`' + function + '`').collect(joining(", "));
    }

    private Set<String> readers(String variable) {
        return settings.stream().filter(setting -> setting.is(variable)).findFirst().orElseThrow().functions();
    }

    private static List<String> variables(List<Setting> settings) {
        return settings.stream().map(Setting::variable).sorted().toList();
    }

    private static String template() {
        try {
            return Files.readString(TEMPLATE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
