package io.stockroom;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A test is found by its name: that of its class or its contract, or one that docs/testing.md lists. */
class TestNamesTest {

    private static final Path PAGE = Path.of("docs/testing.md");
    private static final Path TESTS = Path.of("src/test/java/io/stockroom");
    private static final Path CLASSES = Path.of("src/main/java/io/stockroom");

    private static final Pattern TEST = Pattern.compile("(?<subject>\\w+)(?<kind>Test|IT|Contract)");
    private static final Pattern LISTED = Pattern.compile("`(?:[a-z.]+\\.)?(\\w+(?:Test|IT|Contract))[`#]");
    private static final Pattern QUALIFIED = Pattern.compile("`([a-z.]+)\\.([A-Z]\\w+)`");

    @Test
    void aTestHasTheNameOfItsClassOrContractOrIsListed() throws IOException {
        Set<String> unknown = new TreeSet<>();
        Set<String> listed = matches(LISTED, match -> match.group(1));
        for (Path file : sources()) {
            String name = name(file);
            if (!isNamedAfterItsSubject(file.getParent(), name) && !listed.contains(name)) {
                unknown.add(TESTS.relativize(file).toString());
            }
        }

        assertEquals(Set.of(), unknown, "Rename these tests after their class, or list them by behavior in " + PAGE);
    }

    @Test
    void listedTestsExist() throws IOException {
        Set<String> listed = matches(LISTED, match -> match.group(1));
        sources().forEach(file -> listed.remove(name(file)));

        assertEquals(Set.of(), listed);
    }

    @Test
    void listedSetUpExists() throws IOException {
        Set<String> listed = matches(QUALIFIED, match -> match.group(1).replace('.', '/') + "/" + match.group(2) + ".java");
        listed.removeIf(file -> Files.exists(TESTS.resolve(file)));

        assertEquals(Set.of(), listed);
    }

    /** Other classes, such as set-up, have names of their own. */
    private static boolean isNamedAfterItsSubject(Path folder, String name) {
        Matcher test = TEST.matcher(name);
        if (!test.matches()) {
            return true;
        }
        Path ofClasses = CLASSES.resolve(TESTS.relativize(folder));
        String subject = test.group("subject") + ".java";
        boolean isOfAContract = !test.group("kind").equals("Contract")
                && Files.exists(folder.resolve(test.group("subject") + "Contract.java"));
        return isOfAContract || Files.exists(ofClasses.resolve(subject)) || Files.exists(folder.resolve(subject));
    }

    private static Set<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(TESTS)) {
            return files.filter(file -> file.toString().endsWith(".java")).collect(toCollection(TreeSet::new));
        }
    }

    private static String name(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }

    private static Set<String> matches(Pattern pattern, Function<MatchResult, String> found) throws IOException {
        return pattern.matcher(Files.readString(PAGE)).results().map(found).collect(toCollection(TreeSet::new));
    }
}
