package io.github.patchlane.core.statistics;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class StatisticsAloneTest {
  @Test
  void thePackageKnowsNothingButNumbers() {
    JavaClasses statistics =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.github.patchlane.core.statistics");
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "io.github.patchlane.core.statistics",
            "java..",
            "org.apache.commons.statistics..",
            "org.jspecify..")
        .check(statistics);
  }
}
