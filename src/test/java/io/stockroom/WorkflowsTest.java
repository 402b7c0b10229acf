package io.stockroom;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Checks what GitHub would report only when a workflow runs, and what it may do. */
class WorkflowsTest {

    private static final Path FOLDER = Path.of(".github/workflows");
    private static final Pattern PIN = Pattern.compile("uses: ([\\w.-]+/[\\w./-]+)@([0-9a-f]{40} # v\\d+\\.\\d+\\.\\d+)");
    private static final Pattern LOCAL = Pattern.compile("uses: \\./(\\.github/workflows/[\\w-]+\\.yml)");
    private static final Pattern FILE = Pattern.compile("(?:\\./)?([\\w.-]+(?:/[\\w.-]+)+|[\\w-]+\\.(?:yaml|toml|json|md))");
    private static final Pattern PROFILE = Pattern.compile("-P(\\w+)");
    private static final Pattern PROPERTY = Pattern.compile("-D(\\w+)(?:=\\w+)?");
    /** Properties that Maven's plugins read; others activate a profile. */
    private static final Set<String> OF_MAVEN = Set.of("test", "skipTests");

    static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void actionsArePinnedByCommitAndReusableWorkflowsExist(Path file) throws IOException {
        for (String line : uses(file)) {
            var local = LOCAL.matcher(line);
            assertTrue(local.matches() || PIN.matcher(line).matches(), line);
            assertTrue(!local.matches() || triggers(Path.of(local.group(1))).contains("workflow_call"), line);
        }
    }

    @Test
    void anActionHasOnePin() throws IOException {
        Map<String, Set<String>> pins = new TreeMap<>();
        for (Path file : files()) {
            uses(file).stream().map(PIN::matcher).filter(pin -> pin.matches())
                    .forEach(pin -> pins.computeIfAbsent(pin.group(1), action -> new TreeSet<>()).add(pin.group(2)));
        }
        pins.values().removeIf(versions -> versions.size() == 1);

        assertEquals(Map.of(), pins);
    }

    @ParameterizedTest
    @MethodSource("files")
    void onlyTheJobThatPublishesMayWrite(Path file) throws IOException {
        assertEquals(Map.of("contents", "read"), workflow(file).get("permissions"));
        jobs(file).forEach((name, job) -> assertTrue(!job.containsKey("permissions")
                || file.endsWith("release.yml") && name.equals("publish"), name));
    }

    @ParameterizedTest
    @MethodSource("files")
    void checkoutsLeaveNoCredentials(Path file) throws IOException {
        for (Map<String, Object> step : steps(file)) {
            if (step.getOrDefault("uses", "").toString().startsWith("actions/checkout@")) {
                assertEquals(Map.of("persist-credentials", false), step.get("with"));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void neededJobsExist(Path file) throws IOException {
        Map<String, Map<String, Object>> jobs = jobs(file);
        for (Map<String, Object> job : jobs.values()) {
            Object needs = job.getOrDefault("needs", List.of());
            assertTrue(jobs.keySet().containsAll(needs instanceof List<?> list ? list : List.of(needs)), () -> "needs: " + needs);
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void commandsFindTheirFilesAndProfiles(Path file) throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        for (String command : commands(file)) {
            for (String word : command.trim().split("[\\s\"']+")) {
                var path = FILE.matcher(word);
                if (path.matches() && !path.group(1).startsWith("target/")) {
                    assertTrue(Files.exists(Path.of(path.group(1))), word);
                }
                PROFILE.matcher(word).results().forEach(id -> assertTrue(pom.contains("<id>" + id.group(1) + "</id>"), word));
                var property = PROPERTY.matcher(word);
                assertTrue(!property.matches() || OF_MAVEN.contains(property.group(1))
                        || pom.contains("<name>" + property.group(1) + "</name>"), word);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void scriptsCanBeExecuted(Path file) throws IOException {
        for (String command : commands(file)) {
            String program = command.trim().split("\\s+")[0];
            assertTrue(!program.contains("/") || Files.isExecutable(Path.of(program)), program);
        }
    }

    /** An expression in a command would be replaced before the shell reads it, quotes and all. */
    @ParameterizedTest
    @MethodSource("files")
    void commandsContainNoExpressions(Path file) throws IOException {
        assertEquals(List.of(), commands(file).stream().filter(command -> command.contains("${{")).toList());
    }

    @ParameterizedTest
    @MethodSource("files")
    void imagesArePinnedByDigest(Path file) throws IOException {
        assertEquals(List.of(), commands(file).stream().flatMap(command -> Stream.of(command.split("\\s+")))
                .filter(word -> word.contains("-image=") && !word.matches(".*@sha256:[0-9a-f]{64}")).toList());
    }

    /** Runs on tags alone, and checks the tag before it builds anything. */
    @Test
    void aReleaseIsCheckedBeforeItIsBuilt() throws IOException {
        Path file = FOLDER.resolve("release.yml");
        Map<String, Map<String, Object>> jobs = jobs(file);

        assertEquals(Map.of("push", Map.of("tags", List.of("v*"))), workflow(file).get(true));
        assertEquals("check", jobs.get("native").get("needs"));
        assertEquals("native", jobs.get("publish").get("needs"));
    }

    private static List<String> uses(Path file) throws IOException {
        return Files.readAllLines(file).stream().map(line -> line.replaceFirst("^[ -]+", "")).filter(line -> line.startsWith("uses:"))
                .toList();
    }

    private static List<String> commands(Path file) throws IOException {
        return steps(file).stream().map(step -> (String) step.get("run")).filter(command -> command != null).toList();
    }

    /** YAML 1.1 reads the key {@code on} as true. */
    private static Set<String> triggers(Path file) throws IOException {
        Object on = workflow(file).get(true);
        return on instanceof Map<?, ?> map ? map.keySet().stream().map(Object::toString).collect(toCollection(TreeSet::new))
                : Set.of(on.toString());
    }

    private static Map<Object, Object> workflow(Path file) throws IOException {
        return new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Map<String, Object>> jobs(Path file) throws IOException {
        return (Map<String, Map<String, Object>>) workflow(file).get("jobs");
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> steps(Path file) throws IOException {
        List<Map<String, Object>> steps = new ArrayList<>();
        jobs(file).values().forEach(job -> steps.addAll((List<Map<String, Object>>) job.getOrDefault("steps", List.of())));
        return steps;
    }
}
