package io.stockroom.graal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.quarkus.runtime.configuration.NameIterator;
import io.quarkus.runtime.configuration.PropertiesUtil;
import io.smallrye.config.PropertyName;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigNameMatcherTest {

    @Test
    void namesThatDifferAreNeverEqual() {
        List<String> names = words("ab.*\"[]", 4);
        int rejected = 0;
        for (String one : names) {
            for (String other : names) {
                if (ConfigNameMatcher.differ(one, other)) {
                    rejected++;
                    if (PropertyName.equals(one, other)) {
                        fail(one + " is " + other);
                    }
                }
            }
        }
        assertTrue(rejected > names.size() * (long) names.size() / 10, rejected + " rejected");
    }

    @Test
    void segmentsThatDifferAreNeverMapped() {
        List<String> segments = words("ab*[]", 3);
        for (String name : words("ab.*\"[]", 5)) {
            for (int dot = -1; dot < name.length(); dot = next(name, dot)) {
                NameIterator position = new NameIterator(name, dot);
                for (String segment : segments) {
                    if (ConfigNameMatcher.differ(name, dot + 1, segment)) {
                        assertFalse(PropertiesUtil.isMapped(position, segment), () -> name + " has " + segment);
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
            "quarkus.log.level, quarkus.log.category.*.min-level, true",
            "quarkus.log.level, quarkus.log.category.*.level, false",
            "quarkus.log.level, quarkus.tls.*.protocols, true",
            "quarkus.log.console.json.enabled, quarkus.log.handler.*.json.enable, true",
            "quarkus.log.level, quarkus.log.level, false",
            "level, log.level, false",
            "a.*, a.b, false"})
    void namesWithDifferentEndsDiffer(String one, String other, boolean differ) {
        assertEquals(differ, ConfigNameMatcher.differ(one, other));
        assertEquals(differ, ConfigNameMatcher.differ(other, one));
    }

    private static int next(String name, int dot) {
        int next = name.indexOf('.', dot + 1);
        return next < 0 ? name.length() : next;
    }

    private static List<String> words(String alphabet, int maxLength) {
        List<String> words = new ArrayList<>(List.of(""));
        for (int from = 0, length = 0; length < maxLength; length++) {
            int to = words.size();
            for (; from < to; from++) {
                for (char c : alphabet.toCharArray()) {
                    words.add(words.get(from) + c);
                }
            }
        }
        return words;
    }
}
