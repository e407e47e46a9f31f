package org.gongxue.reward;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import org.gongxue.kit.testing.ServiceRules;

/** Design section 1: dependencies run one way, and what decides imports no framework. */
@AnalyzeClasses(packages = "org.gongxue.reward", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchTests everyService = ArchTests.in(ServiceRules.class);

    @ArchTest
    static final ArchRule noOtherServiceIsImported = classes()
            .should()
            .onlyDependOnClassesThat(DescribedPredicate.not(resideInAnyPackage(
                    "org.gongxue.enrollment..", "org.gongxue.creditbank..", "org.gongxue.gateway..")));

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
}
