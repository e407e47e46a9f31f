package org.gongxue.creditbank;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Design section 1: dependencies run one way, and what decides imports no framework. */
@AnalyzeClasses(packages = "org.gongxue.creditbank", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule whatDecidesImportsNoFramework = noClasses()
            .that()
            .resideOutsideOfPackages("..edge..", "..boot..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.quarkus..",
                    "jakarta..",
                    "org.hibernate..",
                    "org.apache.kafka..",
                    "java.sql..",
                    "javax.sql..",
                    "com.fasterxml..",
                    "com.google.crypto..",
                    "org.eclipse.microprofile..",
                    "org.gongxue.kit.door..",
                    "org.gongxue.kit.boot..");

    @ArchTest
    static final ArchRule whatDecidesKnowsNoEdge = noClasses()
            .that()
            .resideOutsideOfPackages("..edge..", "..boot..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..edge..", "..boot..");

    @ArchTest
    static final ArchRule decisionsReadNoClock = noClasses()
            .that()
            .resideOutsideOfPackages("..edge..", "..boot..")
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(java.util.UUID.class, "randomUUID")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(java.util.Random.class);

    @ArchTest
    static final ArchRule capabilitiesDoNotDependOnEachOtherInCircles =
            slices().matching("org.gongxue.creditbank.(*)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule noOtherServiceIsImported = classes()
            .should()
            .onlyDependOnClassesThat(DescribedPredicate.not(
                    resideInAnyPackage("org.gongxue.enrollment..", "org.gongxue.reward..", "org.gongxue.gateway..")));
}
