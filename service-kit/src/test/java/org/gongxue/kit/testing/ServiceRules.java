package org.gongxue.kit.testing;

import static com.tngtech.archunit.core.domain.properties.CanBeAnnotated.Predicates.annotatedWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;
import java.util.UUID;

/** What holds for the code of every service: dependencies run one way, and what decides imports no framework (ADR 0005). */
public final class ServiceRules {
    private static final String[] FRAME = {"..edge..", "..boot.."};

    private ServiceRules() {}

    @ArchTest
    static final ArchRule whatDecidesImportsNoFramework = noClasses()
            .that()
            .resideOutsideOfPackages(FRAME)
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
            .resideOutsideOfPackages(FRAME)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(FRAME);

    @ArchTest
    static final ArchRule decisionsReadNoClockAndThrowNoDice = noClasses()
            .that()
            .resideOutsideOfPackages(FRAME)
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
            slices().matching("org.gongxue.*.(*)..").should().beFreeOfCycles();

    /** An interface with paths is a client of somebody else's endpoints. */
    @ArchTest
    static final ArchRule everyEndpointSaysWhoMayCallIt = methods()
            .that()
            .areDeclaredInClassesThat()
            .areNotInterfaces()
            .and(annotatedWith(GET.class)
                    .or(annotatedWith(POST.class))
                    .or(annotatedWith(PUT.class))
                    .or(annotatedWith(DELETE.class)))
            .should()
            .beAnnotatedWith(RolesAllowed.class)
            .orShould()
            .beDeclaredInClassesThat()
            .areAnnotatedWith(RolesAllowed.class)
            .orShould()
            .beAnnotatedWith(PermitAll.class)
            .orShould()
            .beDeclaredInClassesThat()
            .areAnnotatedWith(PermitAll.class);
}
