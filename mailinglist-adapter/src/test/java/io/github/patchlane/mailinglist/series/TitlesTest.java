package io.github.patchlane.mailinglist.series;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TitlesTest {
  @Test
  void siblingsDifferInTheNumberOfWhatTheyName() {
    assertTrue(Titles.differInNumber("Add frob_wait05 test", "Add frob_wait06 test"));
  }

  @Test
  void aTitleThatGainsOrLosesANumberIsNoSibling() {
    assertFalse(Titles.differInNumber("Add frob_wait05 test", "Add frob_wait05 test again"));
    assertFalse(Titles.differInNumber("frob: add negative tests", "frob02: add negative tests"));
  }
}
