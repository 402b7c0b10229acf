package io.stockroom.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stockroom.config.ConfigCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** The page of all settings is what the code says; documents, template and properties have no other settings. */
class ConfigurationPageTest {

    private static final List<Setting> SETTINGS = ConfigurationSettings.all();
    private static final String NO_VALUE = "!Ref AWS::NoValue";
    private static final Pattern VARIABLE = Pattern.compile("\\b(STOCKROOM|ALTEGIO)_([A-Z0-9_]|<NAME>)*");
    private static final Pattern PROPERTY = Pattern.compile("(?m)^(?:%[a-z,]+\\.)?((?:stockroom|altegio)\\.[a-z.-]+)=");

    @Test
    void pageIsGenerated() throws IOException {
        String content = new ConfigurationPage(SETTINGS).content();
        if (Boolean.getBoolean("configuration.write")) {
            Files.writeString(ConfigurationPage.FILE, content);
        }

        assertEquals(content, Files.readString(ConfigurationPage.FILE),
                ConfigurationPage.FILE + " is not what the settings are; write it with: " + ConfigurationPage.COMMAND);
    }

    @Test
    void eachSettingHasAMeaningAndIsReadByAFunction() {
        assertEquals(List.of(), SETTINGS.stream().filter(setting -> setting.meaning().isEmpty() || setting.functions().isEmpty())
                .map(Setting::variable).toList());
    }

    @Test
    void documentsHaveNoOtherSettings() throws IOException {
        Map<String, Set<String>> unknown = new TreeMap<>();
        for (Path file : documents()) {
            Set<String> variables = VARIABLE.matcher(Files.readString(file)).results().map(MatchResult::group)
                    .filter(variable -> SETTINGS.stream().noneMatch(setting -> isOrBegins(setting, variable)))
                    .collect(Collectors.toCollection(TreeSet::new));
            if (!variables.isEmpty()) {
                unknown.put(file.toString(), variables);
            }
        }
        assertEquals(Map.of(), unknown);
    }

    @Test
    void propertiesHaveNoOtherSettings() throws IOException {
        Set<String> unknown = PROPERTY.matcher(Files.readString(Path.of("src/main/resources/application.properties"))).results()
                .map(property -> SettingDefaults.variable(property.group(1)))
                // The setting of the page is QUARKUS_LAMBDA_HANDLER, which these properties take their value from.
                .filter(variable -> !Set.of("STOCKROOM_FUNCTION", "ALTEGIO_FUNCTION").contains(variable))
                .filter(variable -> SETTINGS.stream().noneMatch(setting -> setting.is(variable)))
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(Set.of(), unknown);
    }

    /** A function must read what the template sets for it, and somebody what the template sets for all. */
    @Test
    void functionsReadWhatTheTemplateSetsForThem() throws IOException {
        Map<String, Object> template = new Yaml(new TagsAsText()).load(Files.readString(Path.of("template.yaml")));
        List<String> errors = new ArrayList<>();
        Set<String> functions = new TreeSet<>();
        section(template, "Resources").values().stream().map(resource -> variables(section(resource, "Properties")))
                .filter(variables -> variables.containsKey("QUARKUS_LAMBDA_HANDLER")).forEach(variables -> {
                    String function = variables.get("QUARKUS_LAMBDA_HANDLER").toString();
                    functions.add(function);
                    variables.keySet().stream().filter(variable -> !variables.get(variable).equals(NO_VALUE))
                            .filter(variable -> !isRead(variable, function))
                            .forEach(variable -> errors.add(function + " does not read " + variable));
                });
        Map<String, Object> shared = variables(section(section(template, "Globals"), "Function"));

        assertEquals(new TreeSet<>(ConfigCheck.FUNCTIONS), functions);
        assertTrue(shared.containsKey("ALTEGIO_URL"));
        shared.keySet().stream().filter(variable -> functions.stream().noneMatch(function -> isRead(variable, function)))
                .forEach(variable -> errors.add("no function reads " + variable));
        assertEquals(List.of(), errors);
    }

    /** Points that a derivation without proxies, observers or selected handlers would get wrong. */
    @Test
    void findsTheFunctionsThatReadASetting() {
        assertEquals(Set.of("receive-webhook"), readers("STOCKROOM_WEBHOOKS_TOLERANCE"));
        assertEquals(Set.of("apply-webhook"), readers("STOCKROOM_WEBHOOKS_BASE_DELAY"));
        assertEquals(Set.of("log-in"), readers("STOCKROOM_SESSION_TTL"));
        assertEquals(Set.of("announce-stock", "check-setup"), readers("STOCKROOM_STOCK_BUS"));
        assertEquals(Set.of("list-goods", "relay", "search-transactions"), readers("STOCKROOM_SEARCH_ANSWER_SIZE"));
        assertEquals(Set.of("apply-webhook", "create-operation", "relay"), readers("STOCKROOM_LEDGER_SETTLE"));
        assertEquals(Set.copyOf(ConfigCheck.FUNCTIONS), readers("ALTEGIO_URL"));
    }

    /** The template gives these functions no credentials, and their start requires none. */
    @Test
    void theFunctionsWithoutCredentialsNeverCallAltegio() {
        Set<String> others = new TreeSet<>(ConfigCheck.FUNCTIONS);
        others.removeAll(readers("ALTEGIO_TIMEOUT"));

        assertEquals(Set.of("authorize", "log-in", "receive-webhook"), others);
    }

    private static Set<String> readers(String variable) {
        return SETTINGS.stream().filter(setting -> setting.is(variable)).findFirst().orElseThrow().functions();
    }

    private static boolean isRead(String variable, String function) {
        return SETTINGS.stream().anyMatch(setting -> setting.is(variable) && setting.functions().contains(function));
    }

    /** Also the beginning of a name, as of {@code STOCKROOM_STOCK_…}. */
    private static boolean isOrBegins(Setting setting, String variable) {
        return setting.is(variable) || variable.endsWith("_") && setting.variable().startsWith(variable)
                || setting.variable().startsWith(variable + '_') && variable.endsWith("<NAME>");
    }

    private static List<Path> documents() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("docs"))) {
            return Stream.concat(Stream.of(Path.of("README.md"), Path.of("template.yaml")),
                    files.filter(file -> file.toString().endsWith(".md"))).toList();
        }
    }

    private static Map<String, Object> variables(Map<String, Object> properties) {
        return section(section(properties, "Environment"), "Variables");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> section(Object parent, String name) {
        return parent instanceof Map<?, ?> map && map.get(name) instanceof Map<?, ?> child ? (Map<String, Object>) child : Map.of();
    }

    /** Reads CloudFormation's functions as text: only the names of variables matter here, and which of them have no value. */
    private static final class TagsAsText extends SafeConstructor {

        TagsAsText() {
            super(new LoaderOptions());
            yamlMultiConstructors.put("!", new AbstractConstruct() {
                @Override
                public Object construct(Node node) {
                    return node instanceof ScalarNode scalar ? node.getTag().getValue() + ' ' + scalar.getValue()
                            : node.getTag().getValue();
                }
            });
        }
    }
}
