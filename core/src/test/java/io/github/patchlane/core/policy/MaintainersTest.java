package io.github.patchlane.core.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.patchlane.core.contribution.Person;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MaintainersTest {
  private static final Person ADA = new Person("Ada Arch", "ada@example.org");
  private static final Person MIM = new Person("Mim Memory", "mim@example.org");
  private static final Person NED = new Person("Ned Nested", "ned@example.org");
  private static final Person ROY = new Person("Roy Reviewer", "roy@example.org");
  private static final Person TIM = new Person("Tim Therest", "tim@example.org");

  private static final Maintainers FILE =
      Maintainers.parse(
          """
          Descriptions of section entries:

          \tM: Maintainer: FullName <address@domain>
          \tF:\tdrivers/net/\tall files in and below drivers/net

          Maintainers List (try to look for most precise areas first)

          \t\t-----------------------------------

          ARCHITECTURE
          M:\tAda Arch <ada@example.org>
          S:\tSupported
          L:\tarch@example.org (moderated for non-subscribers)
          L:\tinsiders@example.org (subscribers-only)
          F:\tarch/
          X:\tarch/old/

          ARCHITECTURE: MEMORY
          M:\t"Mim Memory" <mim@example.org>
          R:\tRoy Reviewer <roy@example.org>
          F:\tarch/mm/
          F:\tinclude/mm.h

          ARCHITECTURE: MEMORY: NESTED
          M:\tNed Nested <ned@example.org>
          F:\tarch/mm/nested/

          ARGUMENTS
          R:\tRoy Reviewer <roy@example.org>
          S:\tOrphan
          F:\tlib/arg.c
          N:\targ[_-]parse
          N:\t(unclosed
          K:\tstruct\\s+arg_table

          THE REST
          M:\tTim Therest <tim@example.org>
          L:\tdevel@example.org
          S:\tSupported
          F:\t*
          F:\t*/
          V:\tproject-maintainers-1
          """);

  @Test
  void theMostSpecificMaintainerApproves() {
    assertEquals(Set.of(NED), FILE.approversOf("arch/mm/nested/walk.c"));
    assertEquals(Set.of(MIM), FILE.approversOf("arch/mm/fault.c"));
    assertEquals(Set.of(ADA), FILE.approversOf("arch/irq.c"));
    assertEquals(Set.of(TIM), FILE.approversOf("Makefile"));
  }

  @Test
  void whatIsExcludedOrHasOnlyReviewersFallsToTheRest() {
    assertEquals(Set.of(TIM), FILE.approversOf("arch/old/irq.c"));
    assertEquals(Set.of(TIM), FILE.approversOf("lib/arg.c"));
  }

  @Test
  void areasComeMostSpecificFirst() {
    assertEquals(
        List.of("ARCHITECTURE: MEMORY: NESTED", "ARCHITECTURE: MEMORY", "ARCHITECTURE", "THE REST"),
        FILE.areasOf("arch/mm/nested/walk.c").stream().map(MaintainedArea::title).toList());
    assertEquals(
        List.of("ARGUMENTS", "THE REST"),
        FILE.areasOf("tools/arg_parse.c").stream().map(MaintainedArea::title).toList());
  }

  @Test
  void everyAreaOfEveryPathIsWrittenToButNotTheRest() {
    assertEquals(
        new Addressees(
            List.of(MIM, ADA), List.of(ROY), List.of("arch@example.org", "devel@example.org")),
        FILE.addressees(List.of("arch/mm/fault.c", "arch/irq.c"), List.of()));
  }

  @Test
  void theRestIsWrittenToWhereAPathHasNobodyElse() {
    assertEquals(
        new Addressees(
            List.of(ADA, TIM), List.of(), List.of("arch@example.org", "devel@example.org")),
        FILE.addressees(List.of("arch/irq.c", "Makefile"), List.of()));
    assertEquals(
        new Addressees(List.of(TIM), List.of(ROY), List.of("devel@example.org")),
        FILE.addressees(List.of("lib/arg.c"), List.of()));
  }

  @Test
  void wordsOfThePatchBringTheirAreaIn() {
    assertEquals(
        new Addressees(
            List.of(ADA), List.of(ROY), List.of("arch@example.org", "devel@example.org")),
        FILE.addressees(
            new LinkedHashSet<>(List.of("arch/irq.c")), List.of("static struct  arg_table t;")));
  }

  @Test
  void anEmptyFileNamesNobody() {
    assertEquals(Maintainers.NONE, Maintainers.parse("Nothing here.\n"));
    assertEquals(Set.of(), Maintainers.NONE.approversOf("a"));
  }
}
