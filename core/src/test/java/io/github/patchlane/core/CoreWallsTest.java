package io.github.patchlane.core;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import io.github.patchlane.core.testkit.Walls;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CoreWallsTest {
  private static final String ROOT = "io.github.patchlane.core";
  private static final Set<String> MODEL = Set.of(".contribution", ".diff", ".review");
  private static final JavaClasses CORE = Walls.of(ROOT);

  @Test
  void coreKnowsNoLane() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.github.patchlane.mailinglist..",
            "io.github.patchlane.gitlab..",
            "io.github.patchlane.cli..",
            "jakarta..",
            "org.gitlab4j..")
        .check(CORE);
  }

  @Test
  void onlyOnePackageKnowsJGit() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".git..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.eclipse.jgit..")
        .check(CORE);
  }

  /** The module keeps {@code git.apply} to itself; all else is exported. */
  @Test
  void noCallerSeesWhichLibrariesAreInside() {
    Walls.hidden("org.eclipse.jgit", "com.fasterxml", "org.apache.commons", "org.slf4j")
        .check(CORE.that(resideOutsideOfPackage(ROOT + ".git.apply")));
  }

  @Test
  void itIsALibrary() {
    Walls.library().forEach(rule -> rule.check(CORE));
  }

  /** A contribution holds its events and its patches' sizes, which speak of it: these are one. */
  @Test
  void noPackagesNeedEachOtherButThoseOfTheModelItself() {
    SliceAssignment byPackage =
        new SliceAssignment() {
          @Override
          public SliceIdentifier getIdentifierOf(JavaClass type) {
            String name = type.getPackageName();
            return name.startsWith(ROOT + ".")
                ? SliceIdentifier.of(MODEL.contains(name.substring(ROOT.length())) ? "model" : name)
                : SliceIdentifier.ignore();
          }

          @Override
          public String getDescription() {
            return "the packages of core";
          }
        };
    slices().assignedFrom(byPackage).should().beFreeOfCycles().check(CORE);
  }
}
