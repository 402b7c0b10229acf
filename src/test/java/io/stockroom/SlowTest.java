package io.stockroom;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Slow tests that need Quarkus are left out of a local build by name too: see pom.xml. */
class SlowTest {

    private static final Pattern LEFT_OUT = Pattern.compile("<tests\\.excluded\\.classes>%regex\\[\\.\\*/\\(([\\w|]+)\\)Test");
    private static final Pattern SLOW = Pattern.compile("(?m)^@Slow$");
    private static final Pattern QUARKUS = Pattern.compile("(?m)^@QuarkusTest$");

    @Test
    void slowTestsThatNeedQuarkusAreLeftOutByName() throws IOException {
        String names = LEFT_OUT.matcher(Files.readString(Path.of("pom.xml"))).results().map(match -> match.group(1)).findFirst()
                .orElseThrow();
        Set<String> marked = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/test/java"))) {
            for (Path file : files.filter(each -> each.toString().endsWith("Test.java")).toList()) {
                String source = Files.readString(file);
                if (SLOW.matcher(source).find() && QUARKUS.matcher(source).find()) {
                    marked.add(file.getFileName().toString().replace("Test.java", ""));
                }
            }
        }

        assertEquals(String.join("|", marked), names);
    }
}
