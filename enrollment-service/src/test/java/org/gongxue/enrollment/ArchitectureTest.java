package org.gongxue.enrollment;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;
import java.util.UUID;

/** Design section 1: dependencies run one way, and what decides imports no framework. */
@AnalyzeClasses(packages = "org.gongxue.enrollment", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule whatDecidesImportsNoFramework = noClasses()
            .that()
            .resideOutsideOfPackage("..edge..")
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
                    "com.fasterxml..",
                    "com.google.crypto..",
                    "org.eclipse.microprofile..",
                    "org.gongxue.kit.door..",
                    "org.gongxue.kit.boot..");

    @ArchTest
    static final ArchRule whatDecidesKnowsNoEdge = noClasses()
            .that()
            .resideOutsideOfPackage("..edge..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..edge..");

    @ArchTest
    static final ArchRule decisionsReadNoClockAndThrowNoDice = noClasses()
            .that()
            .resideOutsideOfPackage("..edge..")
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
            slices().matching("org.gongxue.enrollment.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule noOtherServiceIsImported = classes()
            .should()
            .onlyDependOnClassesThat(DescribedPredicate.not(
                    resideInAnyPackage("org.gongxue.creditbank..", "org.gongxue.reward..", "org.gongxue.gateway..")));

    @ArchTest
    static final ArchRule everyEndpointNamesItsRoles = methods()
            .that()
            .areAnnotatedWith(GET.class)
            .or()
            .areAnnotatedWith(POST.class)
            .should()
            .beAnnotatedWith(RolesAllowed.class);
}
