package org.jiugai;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RestController;

/** The house's arrows: rooms form a DAG, and inside a room web and process lean on the root, never the other way round. */
@AnalyzeClasses(packages = "org.jiugai", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {
    @Test
    void roomsDependOnlyOnWhatTheyDeclare() {
        ApplicationModules.of(Jiugai.class).verify();
    }

    @ArchTest
    static final ArchRule theEngineIsKnownOnlyWhereItBelongs = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "org.jiugai.engine..",
                    "org.jiugai..process..",
                    "org.jiugai.inbox..",
                    "org.jiugai.picture..",
                    "org.jiugai.audit..",
                    // tells what the engine did: a room about its history
                    "org.jiugai.chronicle..",
                    "org.jiugai.organisation..",
                    "org.jiugai.signin..",
                    "org.jiugai.workbench..",
                    "org.jiugai.startup..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda..");

    @ArchTest
    static final ArchRule webAndProcessDoNotSeeEachOther = noClasses()
            .that()
            .resideInAPackage("..web..")
            .should()
            .dependOnClassesThat(resideInAPackage("org.jiugai..process.."));

    @ArchTest
    static final ArchRule processDoesNotSeeWeb = noClasses()
            .that()
            .resideInAPackage("..process..")
            .should()
            .dependOnClassesThat(resideInAPackage("org.jiugai..web.."));

    @ArchTest
    static final ArchRule theRootSeesNeither = noClasses()
            .that()
            .resideOutsideOfPackages("..web..", "..process..")
            .should()
            .dependOnClassesThat(resideInAPackage("org.jiugai..process.."))
            .orShould()
            .dependOnClassesThat(resideInAPackage("org.jiugai..web.."));

    @ArchTest
    static final ArchRule variablesAreReadThroughTheirTypedNames = noClasses()
            .that()
            .resideOutsideOfPackage("org.jiugai.engine..")
            .should()
            .callMethodWhere(com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                    com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching(
                            "(get|set)Variable(Local|s)?")));

    @ArchTest
    static final ArchRule delegatesArePackagePrivate = classes()
            .that()
            .areAssignableTo(JavaDelegate.class)
            .and()
            .areNotInterfaces()
            .should()
            .notBePublic();

    @ArchTest
    static final ArchRule controllersArePackagePrivate = classes()
            .that()
            .areAnnotatedWith(Controller.class)
            .or()
            .areAnnotatedWith(RestController.class)
            .should()
            .notBePublic();

    @ArchTest
    static final ArchRule noFloatingPoint = noClasses()
            .should()
            .dependOnClassesThat(new com.tngtech.archunit.base.DescribedPredicate<JavaClass>("floating point") {
                @Override
                public boolean test(JavaClass type) {
                    return type.isEquivalentTo(double.class)
                            || type.isEquivalentTo(float.class)
                            || type.isEquivalentTo(Double.class)
                            || type.isEquivalentTo(Float.class);
                }
            });

    @ArchTest
    static final ArchRule namesSayWhatThingsAre = noClasses()
            .that()
            .doNotHaveModifier(JavaModifier.SYNTHETIC)
            .should()
            .haveSimpleNameEndingWith("Impl")
            .orShould()
            .haveSimpleNameEndingWith("Helper")
            .orShould()
            .haveSimpleNameEndingWith("Util")
            .orShould()
            .haveSimpleNameEndingWith("Manager")
            .orShould()
            .haveSimpleNameEndingWith("Dto")
            .orShould()
            .haveSimpleNameStartingWith("Abstract")
            .orShould()
            .haveSimpleNameStartingWith("Base");

    @ArchTest
    static final ArchRule timeComesFromTheClock = noClasses()
            .should()
            .callMethod(java.time.LocalDate.class, "now")
            .orShould()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.LocalDateTime.class, "now");
}
