package io.stockroom;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.stockroom.config.ConfigCheck;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules that keep the parts apart. */
class ArchitectureTest {

    private static final JavaClasses STOCKROOM = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("io.stockroom");

    @Test
    void onlyTheClientOfAltegioAndTheLocalGatewayKnowJaxRs() {
        noClasses().that().resideOutsideOfPackages("..altegio..", "..local..")
                .should().dependOnClassesThat().resideInAPackage("jakarta.ws.rs..").check(STOCKROOM);
    }

    @Test
    void onlyTheHttpPackageAndHandlersKnowLambda() {
        noClasses().that(not(resideInAnyPackage("..http..", "..local..")).and(not(assignableTo(RequestHandler.class))))
                .should().dependOnClassesThat().resideInAPackage("com.amazonaws..").check(STOCKROOM);
    }

    @Test
    void onlyTheSharedLedgerAndTheQueueOfProductionKnowTheAwsSdk() {
        noClasses().that().resideOutsideOfPackage("..aws..").and().doNotHaveFullyQualifiedName("io.stockroom.operations.DynamoDbLedger")
                .and().doNotHaveFullyQualifiedName("io.stockroom.webhooks.SqsQueue")
                .should().dependOnClassesThat().resideInAPackage("software.amazon..").check(STOCKROOM);
    }

    @Test
    void nothingKnowsTheLocalPackage() {
        noClasses().that().resideOutsideOfPackage("..local..")
                .should().dependOnClassesThat().resideInAPackage("..local..").check(STOCKROOM);
    }

    @Test
    void dependenciesRunOneWay() {
        slices().matching("io.stockroom.(*)..").should().beFreeOfCycles().check(STOCKROOM);
        noClasses().that().resideInAPackage("..altegio..")
                .should().dependOnClassesThat().resideInAnyPackage("io.stockroom.http..", "..storages..", "..transactions..",
                        "..operations..").check(STOCKROOM);
        noClasses().that().resideInAPackage("..input..")
                .should().dependOnClassesThat(resideInAnyPackage("io.stockroom..").and(not(resideInAnyPackage("..input.."))))
                .check(STOCKROOM);
    }

    @Test
    void handlersLiveAsLongAsTheProcessAndHaveAName() {
        classes().that().implement(RequestHandler.class).should().beAnnotatedWith(ApplicationScoped.class)
                .andShould().beAnnotatedWith(Named.class).check(STOCKROOM);
    }

    @Test
    void theConfigurationKnowsEveryHandler() {
        List<String> names = STOCKROOM.stream().filter(type -> type.isAnnotatedWith(Named.class))
                .map(type -> type.getAnnotationOfType(Named.class).value()).sorted().toList();

        assertEquals(ConfigCheck.FUNCTIONS, names);
    }

    @Test
    void timeAndEnvironmentComeFromOutside() {
        noClasses().should().callMethod(System.class, "getenv", String.class)
                .orShould().callMethod(System.class, "currentTimeMillis")
                .orShould().callMethod(Instant.class, "now")
                .orShould().callMethod(OffsetDateTime.class, "now")
                .check(STOCKROOM);
    }
}
