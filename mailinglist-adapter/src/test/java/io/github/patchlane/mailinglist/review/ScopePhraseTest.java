package io.github.patchlane.mailinglist.review;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ScopePhraseTest {
  @Test
  void anOrdinalSpeaksOfAPatchWhereItIsCalledOneOrTheTagIsForIt() {
    Optional<Scope> second = Optional.of(new Scope.Patches(List.of(2)));

    assertEquals(second, ScopePhrase.find("For the second one:"));
    assertEquals(second, ScopePhrase.find("The second patch looks good."));
  }

  @Test
  void anOrdinalInAnAccountOfWhatGoesWrongNamesNoPatch() {
    assertEquals(
        Optional.empty(), ScopePhrase.find("When two race, the second one loses its slice."));
  }

  @Test
  void whatBelongsToAPatchNamesNoPatch() {
    assertEquals(
        Optional.empty(), ScopePhrase.find("with the name in patch 3's description corrected"));
    assertEquals(
        Optional.of(new Scope.Patches(List.of(3))), ScopePhrase.find("the name in patch 3"));
  }
}
