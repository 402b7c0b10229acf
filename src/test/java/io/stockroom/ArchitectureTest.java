package io.stockroom;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameStartingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.tngtech.archunit.core.domain.JavaClasses;
import io.smallrye.config.ConfigMapping;
import io.stockroom.config.ConfigCheck;
import io.stockroom.http.BodyWriter;
import io.stockroom.lists.ListResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The rules for dependencies between packages. */
class ArchitectureTest {

    private static final JavaClasses STOCKROOM = ProductClasses.all();

    @Test
    void onlyAltegioAndLocalPackagesUseJaxRs() {
        noClasses().that().resideOutsideOfPackages("..altegio..", "..local..")
                .should().dependOnClassesThat().resideInAPackage("jakarta.ws.rs..").check(STOCKROOM);
    }

    @Test
    void onlyHttpAndLocalPackagesAndHandlersUseLambda() {
        noClasses().that(not(resideInAnyPackage("..http..", "..local..")).and(not(assignableTo(RequestHandler.class))))
                .should().dependOnClassesThat().resideInAPackage("com.amazonaws..").check(STOCKROOM);
    }

    @Test
    void onlyAdaptersOfAwsServicesUseTheAwsSdk() {
        noClasses().that().resideOutsideOfPackages("..aws..", "..graal..").and()
                .doNotHaveFullyQualifiedName("io.stockroom.operations.DynamoDbLedger")
                .and().doNotHaveFullyQualifiedName("io.stockroom.webhooks.SqsQueue")
                .and().doNotHaveFullyQualifiedName("io.stockroom.exports.DynamoDbExportStates")
                .and().doNotHaveFullyQualifiedName("io.stockroom.exports.ExportStatesProducer")
                .and().doNotHaveFullyQualifiedName("io.stockroom.stock.DynamoDbStockRecords")
                .and().doNotHaveFullyQualifiedName("io.stockroom.stock.StockRecordsProducer")
                .and(not(nameStartingWith("io.stockroom.stock.SqsStockQueue")))
                .and().resideOutsideOfPackage("..sessions..")
                .should().dependOnClassesThat().resideInAPackage("software.amazon..").check(STOCKROOM);
    }

    @Test
    void nothingDependsOnTheLocalPackage() {
        noClasses().that().resideOutsideOfPackage("..local..")
                .should().dependOnClassesThat().resideInAPackage("..local..").check(STOCKROOM);
    }

    @Test
    void packageDependenciesHaveNoCycles() {
        slices().matching("io.stockroom.(*)..").should().beFreeOfCycles().check(STOCKROOM);
        dependsOnlyOn("invocation");
        dependsOnlyOn("problems");
        dependsOnlyOn("graal");
        dependsOnlyOn("aws", "invocation");
        dependsOnlyOn("input", "problems");
        dependsOnlyOn("altegio", "invocation", "problems", "input");
        dependsOnlyOn("secrets", "altegio", "aws");
        dependsOnlyOn("exports", "transactions", "lists", "operations", "aws", "altegio", "invocation", "problems", "telemetry");
        dependsOnlyOn("sessions", "altegio", "operations", "aws");
        dependsOnlyOn("telemetry", "invocation");
        dependsOnlyOn("shops", "operations", "goods", "altegio", "invocation", "problems", "input");
        dependsOnlyOn("stock", "operations", "lists", "aws", "altegio", "invocation", "problems", "input", "telemetry");
        dependsOnlyOn("access", "http", "invocation", "problems", "input");
        dependsOnlyOn("relay", "http", "altegio", "invocation", "problems");
        dependsOnlyOn("http", "altegio", "invocation", "problems", "input", "telemetry");
        dependsOnlyOn("goods", "lists", "http", "altegio", "invocation", "problems", "input");
        dependsOnlyOn("lists", "http", "altegio", "invocation", "problems", "input");
    }

    /** Domain packages use plain values; only the handlers translate between these and HTTP. */
    @Test
    void onlyHandlersAndListResponseUseHttpRequestsAndResults() {
        noClasses().that(resideOutsideOfPackages("io.stockroom.http..", "..local..").and(not(assignableTo(RequestHandler.class)))
                .and(not(equivalentTo(ListResponse.class))))
                .should().dependOnClassesThat(resideInAPackage("io.stockroom.http..").and(not(equivalentTo(BodyWriter.class)))
                        .and(not(annotatedWith(ConfigMapping.class))))
                .check(STOCKROOM);
    }

    @Test
    void onlyTheGraalPackageSubstitutesLibraryCode() {
        noClasses().that().resideOutsideOfPackage("..graal..").should().dependOnClassesThat().resideInAPackage("com.oracle.svm..")
                .check(STOCKROOM);
        noClasses().that().resideOutsideOfPackage("..graal..").should().dependOnClassesThat().resideInAPackage("..graal..")
                .check(STOCKROOM);
    }

    private static void dependsOnlyOn(String name, String... others) {
        String[] allowed = Stream.concat(Stream.of(name), Stream.of(others)).map(each -> "io.stockroom." + each + "..")
                .toArray(String[]::new);
        noClasses().that().resideInAPackage("io.stockroom." + name + "..")
                .should().dependOnClassesThat(resideInAPackage("io.stockroom..").and(not(resideInAnyPackage(allowed))))
                .check(STOCKROOM);
    }

    @Test
    void handlersAreNamedAndApplicationScoped() {
        classes().that().implement(RequestHandler.class).should().beAnnotatedWith(ApplicationScoped.class)
                .andShould().beAnnotatedWith(Named.class).check(STOCKROOM);
    }

    @Test
    void configCheckListsEveryHandler() {
        List<String> names = STOCKROOM.stream().filter(type -> type.isAnnotatedWith(Named.class))
                .map(type -> type.getAnnotationOfType(Named.class).value()).sorted().toList();

        assertEquals(ConfigCheck.FUNCTIONS, names);
    }

    @Test
    void timeAndEnvironmentAreInjected() {
        noClasses().should().callMethod(System.class, "getenv", String.class)
                .orShould().callMethod(System.class, "currentTimeMillis")
                .orShould().callMethod(Instant.class, "now")
                .orShould().callMethod(OffsetDateTime.class, "now")
                .check(STOCKROOM);
    }
}
