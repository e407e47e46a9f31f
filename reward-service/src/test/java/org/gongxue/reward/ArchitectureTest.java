package org.gongxue.reward;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;
import java.util.UUID;

/** Design section 1: dependencies run one way, and what decides imports no framework. */
@AnalyzeClasses(packages = "org.gongxue.reward", importOptions = ImportOption.DoNotIncludeTests.class)
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
                    "org.apache..",
                    "org.dhatim..",
                    "java.sql..",
                    "javax.sql..",
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
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(Random.class);

    @ArchTest
    static final ArchRule capabilitiesDoNotDependOnEachOtherInCircles =
            slices().matching("org.gongxue.reward.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule anAssessorReadsPoliciesAndFactsAlone = classes()
            .that()
            .resideInAPackage("..assess..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                    "java..",
                    "org.jspecify..",
                    "org.gongxue.events.reward..",
                    "org.gongxue.reward.assess..",
                    "org.gongxue.reward.fact..",
                    "org.gongxue.reward.policy.."));

    @ArchTest
    static final ArchRule noOtherServiceIsImported = classes()
            .should()
            .onlyDependOnClassesThat(DescribedPredicate.not(resideInAnyPackage(
                    "org.gongxue.enrollment..", "org.gongxue.creditbank..", "org.gongxue.gateway..")));
}
