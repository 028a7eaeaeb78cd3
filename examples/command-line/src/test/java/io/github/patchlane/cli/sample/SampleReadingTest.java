package io.github.patchlane.cli.sample;

import static java.util.stream.Collectors.toMap;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.patchlane.cli.sample.SampleTruth.How;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The readers know nothing of the generator: what they find must be what it meant. */
class SampleReadingTest {
  @TempDir static Path directory;
  private static SampleTruth truth;
  private static Map<String, Measure> score;

  @BeforeAll
  static void read() {
    truth = SampleProject.write(directory, SampleOptions.standard());
    score =
        SampleScore.of(truth, SampleReading.read(directory, truth)).stream()
            .collect(toMap(Measure::name, measure -> measure));
  }

  @Test
  void everyMailIsFoundWithTheOthersOfItsContributionAndWithNoOther() {
    assertExact("mails together", 8000);
    assertExact("submitters", 115);
    assertExact("opening times", 115);
  }

  @Test
  void everyRoundHasItsNumberItsPurposeAndItsPatchesThoseKeptFromBeforeIncluded() {
    assertExact("revisions", 180);
  }

  @Test
  void everyTagCountsForThePatchesItWasGivenFor() {
    assertExact("tags", 200);
    assertExact("refusals", 3);
  }

  @Test
  void machinesAndAcceptancesAreTold() {
    assertExact("mails by machines", 60);
    assertExact("acceptances", 30);
  }

  /** A quote of few lines that stand alike in two files of a patch can be read both ways. */
  @Test
  void nearlyEveryCommentIsAtItsLine() {
    Measure comments = measure("comments on lines", 300);

    assertTrue(comments.recall() >= 0.98, comments.missed().toString());
    assertTrue(comments.precision() >= 0.98, comments.wrong().toString());
  }

  /**
   * Two patches that a maintainer made one commit of, without naming both, are told from one edited
   * patch by nothing but their text: the second stays unlanded.
   */
  @Test
  void everyLandingIsFoundButOfPatchesJoinedUnnamed() {
    Measure landings = measure("landings", 120);
    Set<String> unnamed =
        truth.contributions().stream()
            .flatMap(c -> c.landings().stream())
            .filter(l -> l.how() == How.SQUASHED && !l.linked())
            .map(l -> l.patch() + " as " + l.commit())
            .collect(Collectors.toSet());
    SortedSet<String> missed = new TreeSet<>(landings.missed());
    missed.removeAll(unnamed);

    assertEquals(Set.of(), missed);
    assertEquals(Set.of(), landings.wrong());
  }

  @Test
  void everyContributionStandsWhereItShouldButWherePatchesWereJoinedUnnamed() {
    Set<String> joined =
        truth.contributions().stream()
            .filter(c -> c.landings().stream().anyMatch(l -> l.how() == How.SQUASHED))
            .map(c -> "mail:" + c.id())
            .collect(Collectors.toSet());
    List<String> missed =
        measure("states", 115).missed().stream()
            .filter(line -> !joined.contains(line.substring(0, line.indexOf(' '))))
            .toList();

    assertEquals(List.of(), missed);
  }

  private static void assertExact(String name, int atLeast) {
    Measure measure = measure(name, atLeast);

    assertEquals(Set.of(), measure.missed(), name + " missed");
    assertEquals(Set.of(), measure.wrong(), name + " wrong");
  }

  private static Measure measure(String name, int atLeast) {
    Measure measure = Objects.requireNonNull(score.get(name), name);
    assertTrue(measure.expected() >= atLeast, measure.expected() + " " + name);
    return measure;
  }
}
