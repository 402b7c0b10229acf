package io.stockroom.config;

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

class NamesTest {

    @Test
    void namesThatDifferAreNeverEqual() {
        List<String> names = words("ab.*\"[]", 4);
        int told = 0;
        for (String one : names) {
            for (String other : names) {
                if (Names.differ(one, other)) {
                    told++;
                    if (PropertyName.equals(one, other)) {
                        fail(one + " is " + other);
                    }
                }
            }
        }
        assertTrue(told > names.size() * (long) names.size() / 10, told + " told apart");
    }

    @Test
    void segmentsThatDifferAreNeverMapped() {
        List<String> segments = words("ab*[]", 3);
        for (String name : words("ab.*\"[]", 5)) {
            for (int dot = -1; dot < name.length(); dot = next(name, dot)) {
                NameIterator position = new NameIterator(name, dot);
                for (String segment : segments) {
                    if (Names.differ(name, dot + 1, segment)) {
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
    void differentEndsTellNamesApart(String one, String other, boolean differ) {
        assertEquals(differ, Names.differ(one, other));
        assertEquals(differ, Names.differ(other, one));
    }

    private static int next(String name, int dot) {
        int next = name.indexOf('.', dot + 1);
        return next < 0 ? name.length() : next;
    }

    private static List<String> words(String alphabet, int longest) {
        List<String> words = new ArrayList<>(List.of(""));
        for (int from = 0, length = 0; length < longest; length++) {
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
