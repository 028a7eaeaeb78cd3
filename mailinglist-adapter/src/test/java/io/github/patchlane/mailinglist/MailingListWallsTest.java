package io.github.patchlane.mailinglist;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import io.github.patchlane.core.testkit.Walls;
import org.junit.jupiter.api.Test;

class MailingListWallsTest {
  private static final String ROOT = "io.github.patchlane.mailinglist";
  private static final JavaClasses ADAPTER = Walls.of(ROOT);

  @Test
  void itKnowsNoOtherLane() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.github.patchlane.gitlab..", "io.github.patchlane.cli..")
        .check(ADAPTER);
  }

  @Test
  void onlyArchivesAndGitsOwnMailConfigurationKnowJGit() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + ".archive..", ROOT + ".delivery..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.eclipse.jgit..")
        .check(ADAPTER);
  }

  @Test
  void onlyWhatReadsAndWritesMailKnowsTheMailLibrary() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + ".message..", ROOT + ".compose..", ROOT + ".delivery..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("jakarta..", "org.eclipse.angus..")
        .check(ADAPTER);
  }

  @Test
  void noCallerSeesWhichLibrariesAreInside() {
    Walls.hidden("org.eclipse.jgit", "org.eclipse.angus", "jakarta", "org.slf4j").check(ADAPTER);
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
