package io.github.patchlane.gitlab;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import io.github.patchlane.core.testkit.Walls;
import org.junit.jupiter.api.Test;

class GitLabWallsTest {
  private static final String ROOT = "io.github.patchlane.gitlab";
  private static final JavaClasses ADAPTER = Walls.of(ROOT);

  @Test
  void itKnowsNoOtherLane() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.github.patchlane.mailinglist..", "io.github.patchlane.cli..")
        .check(ADAPTER);
  }

  @Test
  void onePackageKnowsGitLab4jAndWhatItStandsOn() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".internal.gitlab4j..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.gitlab4j..", "jakarta.ws..", "org.glassfish..", "org.apache.http..")
        .check(ADAPTER);
  }

  @Test
  void noCallerSeesWhichLibrariesAreInside() {
    Walls.hidden("org.gitlab4j", "org.eclipse.jgit", "jakarta", "org.slf4j").check(ADAPTER);
  }

  @Test
  void itIsALibrary() {
    Walls.library().forEach(rule -> rule.check(ADAPTER));
  }

  @Test
  void noPackagesNeedEachOther() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(ADAPTER);
  }
}
