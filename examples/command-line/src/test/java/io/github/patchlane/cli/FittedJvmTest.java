package io.github.patchlane.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class FittedJvmTest {
  @Test
  void optionsBeforeTheJarAreTheUsersOwn() {
    assertEquals(true, FittedJvm.hasOwnOptions(List.of("-Xmx2g", "-jar", "patchlane.jar", "list")));
    assertEquals(false, FittedJvm.hasOwnOptions(List.of("-jar", "patchlane.jar", "list", "-x")));
    assertEquals(false, FittedJvm.hasOwnOptions(List.of()));
  }

  @Test
  void whatRunsFromClassesStaysInItsProcess() {
    assertEquals(OptionalInt.empty(), FittedJvm.run(new String[] {"--version"}));
  }
}
