package io.stockroom.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Compares the table of parameters in docs/deployment.md with those of template.yaml. */
class DeploymentPageTest {

    private static final Pattern ROW = Pattern.compile("^\\| (?<names>`\\w+`(, `\\w+`)*) \\| (`(?<value>[^`]*)` )?\\|", Pattern.MULTILINE);

    @Test
    void listsEachParameterWithItsDefault() throws IOException {
        Map<String, String> expected = new TreeMap<>();
        Template.read(Path.of("template.yaml"), Map.of()).parameters()
                .forEach((name, parameter) -> expected.put(name, String.valueOf(((Map<?, ?>) parameter).get("Default"))));

        assertEquals(expected, documented());
    }

    private static Map<String, String> documented() throws IOException {
        String page = Files.readString(Path.of("docs/deployment.md"));
        Map<String, String> defaults = new TreeMap<>();
        for (Matcher row = ROW.matcher(page.substring(page.indexOf("## Parameters"))); row.find();) {
            for (String name : row.group("names").split(", ")) {
                defaults.put(name.replace("`", ""), Objects.requireNonNullElse(row.group("value"), ""));
            }
        }
        return defaults;
    }
}
