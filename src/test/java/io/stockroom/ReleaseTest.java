package io.stockroom;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs {@code .ci/release} in a folder with the files of a release. */
class ReleaseTest {

    private static final String CHANGELOG = """
            # Changelog

            ## Unreleased

            ## 1.10.0 - 2026-11-27

            ### Added

            - A change that is
              wrapped.
            - **Breaking:** a table:

              | before | now |
              |---|---|
              | `a` | `b` |

              And a
              paragraph.

            ```sh
            one

            two
            ```

            ## 1.1.0 - 2026-10-01

            - An older change.
            """;

    private record Result(int status, String output, String errors) {
    }

    @TempDir
    Path folder;

    @BeforeEach
    void writeFiles() throws IOException {
        write("pom.xml", """
                <project>
                  <version>1.10.0</version>
                  <dependencies>
                    <dependency>
                      <version>2.0.0</version>
                    </dependency>
                  </dependencies>
                </project>
                """);
        write("docs/openapi.yaml", "openapi: 3.1.0\ninfo:\n  version: 1.10.0\n");
        write("CHANGELOG.md", CHANGELOG);
        write("template.yaml", "a template");
        write("samconfig.toml", "a configuration");
        for (String architecture : List.of("x86_64", "arm64")) {
            for (String file : List.of("function.zip", "bom.json", "licenses.txt")) {
                write("artifacts/function-" + architecture + "/" + file, file + " of " + architecture);
            }
        }
    }

    @Test
    void notesAreTheSectionOfTheVersionWithoutItsLineBreaks() throws Exception {
        assertEquals(new Result(0, """
                ### Added

                - A change that is wrapped.
                - **Breaking:** a table:

                  | before | now |
                  |---|---|
                  | `a` | `b` |

                  And a paragraph.

                ```sh
                one

                two
                ```
                """, ""), release("notes", "v1.10.0"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
            "v1.1.0   | the tag is v1.1.0, but the version in pom.xml is 1.10.0",
            "v1.10    | 'v1.10' is not a tag such as v1.2.3",
            "1.10.0   | '1.10.0' is not a tag such as v1.2.3",
            "v1.10.0- | 'v1.10.0-' is not a tag such as v1.2.3",
            "v1x10x0  | 'v1x10x0' is not a tag such as v1.2.3"})
    void rejectsTagsThatAreNotTheVersion(String tag, String message) throws Exception {
        assertRejected(message, "notes", tag);
        assertRejected(message, "assets", tag, "artifacts", "release");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = {
            "docs/openapi.yaml | 1.10.0                  | 1.9.0                    | but the version in docs/openapi.yaml is 1.9.0",
            "pom.xml           | <version>1.10.0         | <version>1.10.0-SNAPSHOT | but the version in pom.xml is 1.10.0-SNAPSHOT",
            "pom.xml           | <version>1.10.0         | <version>${revision}     | but the version in pom.xml is ${revision}",
            "pom.xml           | ~  <version>1.10.0~     | ~    <version>1.10.0~    | pom.xml has no line",
            "CHANGELOG.md      | ## 1.10.0 - 2026-11-27  | ## 1.10.1 - 2026-11-27   | CHANGELOG.md has no section '## 1.10.0 - DATE'",
            "CHANGELOG.md      | ## 1.10.0 - 2026-11-27  | ## 1.10.0                | '## 1.10.0' is not '## 1.10.0 - YYYY-MM-DD'",
            "CHANGELOG.md      | ## Unreleased           | ~## Unreleased\n\n- More~ | CHANGELOG.md still has changes under Unreleased"})
    void rejectsFilesThatAreNotReady(String file, String text, String replacement, String message) throws Exception {
        write(file, Files.readString(folder.resolve(file)).replace(text, replacement));

        assertRejected(message, "notes", "v1.10.0");
    }

    @Test
    void rejectsAnEmptySection() throws Exception {
        write("CHANGELOG.md", "## 1.10.0 - 2026-11-27\n\n### Added\n\n## 1.1.0 - 2026-10-01\n\n- An older change.\n");

        assertRejected("CHANGELOG.md lists no change under 1.10.0", "notes", "v1.10.0");
    }

    @Test
    void assetsAreNamedForTheVersionAndHaveChecksums() throws Exception {
        assertEquals(new Result(0, "", ""), release("assets", "v1.10.0", "artifacts", "target/release"));

        Path assets = folder.resolve("target/release");
        Set<String> names = new TreeSet<>(Set.of("stockroom-1.10.0-x86_64.zip", "stockroom-1.10.0-arm64.zip",
                "stockroom-1.10.0-bom.json", "licenses.txt", "template.yaml", "samconfig.toml"));
        Set<String> sums = Files.readAllLines(assets.resolve("SHA256SUMS")).stream().collect(Collectors.toCollection(TreeSet::new));
        Set<String> expected = new TreeSet<>();
        for (String name : names) {
            expected.add(sha256(assets.resolve(name)) + "  " + name);
        }
        assertEquals(expected, sums);
        names.add("SHA256SUMS");
        try (Stream<Path> files = Files.list(assets)) {
            assertEquals(names, files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new)));
        }
        assertEquals("function.zip of arm64", Files.readString(assets.resolve("stockroom-1.10.0-arm64.zip")));
        assertEquals("function.zip of x86_64", Files.readString(assets.resolve("stockroom-1.10.0-x86_64.zip")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"artifacts/function-arm64/function.zip", "artifacts/function-x86_64/bom.json", "template.yaml"})
    void rejectsMissingAndEmptyFiles(String file) throws Exception {
        write(file, "");
        assertRejected(file + " is missing or empty", "assets", "v1.10.0", "artifacts", "release");

        Files.delete(folder.resolve(file));
        assertRejected(file + " is missing or empty", "assets", "v1.10.0", "artifacts", "other");
    }

    @Test
    void addsNothingToAFolderThatExists() throws Exception {
        write("release/stockroom-1.9.0-arm64.zip", "of another version");

        assertRejected("release exists already", "assets", "v1.10.0", "artifacts", "release");
    }

    @Test
    void rejectsOtherArguments() throws Exception {
        assertRejected("usage: .ci/release notes TAG | .ci/release assets TAG FROM TO", "assets", "v1.10.0");
    }

    private void assertRejected(String message, String... arguments) throws Exception {
        Result result = release(arguments);

        assertEquals(new Result(1, "", result.errors), result);
        assertThat(result.errors, containsString(message));
    }

    private Result release(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("bash", Path.of(".ci/release").toAbsolutePath().toString()));
        command.addAll(List.of(arguments));
        Path errors = folder.resolve("errors.txt");
        Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectError(errors.toFile()).start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Result(process.waitFor(), output, Files.readString(errors));
    }

    private void write(String file, String content) throws IOException {
        Path path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, content);
    }

    private static String sha256(Path file) throws IOException, GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}
