package io.stockroom;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toList;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import jakarta.enterprise.inject.Produces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules for names, as CONTRIBUTING.md has them. */
class NamingTest {

    private static final JavaClasses STOCKROOM = ProductClasses.all();

    @Test
    void aClassNameIsUsedOnce() {
        Map<String, List<String>> byName = STOCKROOM.stream().filter(NamingTest::isVisible)
                .collect(groupingBy(JavaClass::getSimpleName, TreeMap::new, mapping(JavaClass::getName, toList())));
        byName.values().removeIf(names -> names.size() == 1);

        assertEquals(Map.of(), byName);
    }

    /** Whether other classes can mean it by its simple name. */
    private static boolean isVisible(JavaClass type) {
        boolean isNested = type.getEnclosingClass().isPresent();
        return !type.getSimpleName().equals("package-info") && !type.isAnonymousClass()
                && (!isNested || type.getModifiers().contains(JavaModifier.PUBLIC));
    }

    @Test
    void exceptionsEndInException() {
        classes().that().areAssignableTo(Throwable.class).should().haveSimpleNameEndingWith("Exception").check(STOCKROOM);
    }

    @Test
    void producersEndInProducer() {
        methods().that().areAnnotatedWith(Produces.class).should().beDeclaredInClassesThat().haveSimpleNameEndingWith("Producer")
                .check(STOCKROOM);
    }

    @Test
    void limitsAreMaxOrMin() {
        fields().that().areStatic().and().areFinal().should().haveNameNotMatching("(MOST|LONGEST|SHORTEST|LEAST)(_.*)?")
                .check(STOCKROOM);
    }

    @Test
    void contributingNamesTestsThatExist() throws IOException {
        Set<String> named = Pattern.compile("`(\\w+(?:Test|IT|Contract))`").matcher(Files.readString(Path.of("CONTRIBUTING.md"))).results()
                .map(match -> match.group(1)).collect(toCollection(TreeSet::new));
        try (Stream<Path> tests = Files.walk(Path.of("src/test/java"))) {
            tests.forEach(test -> named.remove(test.getFileName().toString().replace(".java", "")));
        }

        assertEquals(Set.of(), named);
    }

    @Test
    void onlyTheSubstitutionsKnowTheImageBuilder() {
        noClasses().that().resideOutsideOfPackage("io.stockroom.graal..")
                .should().dependOnClassesThat().resideInAPackage("com.oracle.svm..").check(STOCKROOM);
    }
}
