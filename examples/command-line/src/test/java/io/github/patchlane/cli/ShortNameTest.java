package io.github.patchlane.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortNameTest {
  @ParameterizedTest
  @CsvSource({
    "xen-devel.git, xen-devel",
    "/srv/lists/xen-devel/git/0.git, xen-devel",
    "/srv/lists/xen-devel/0/, xen-devel",
    "mbox:2024-March.mbox.gz, 2024-March.mbox.gz",
    "gitlab:https://git.example.org/group/project, project",
    "0.git, 0",
    "/, /"
  })
  void aSourceIsCalledByTheLastPartThatMeansSomething(String source, String name) {
    assertEquals(name, ShortName.of(source));
  }
}
