package io.github.patchlane.core.testkit;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.patchlane.core.contribution.CommitId;
import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.contribution.MessageId;
import io.github.patchlane.core.contribution.Patch;
import io.github.patchlane.core.contribution.Revision;
import io.github.patchlane.core.contribution.SourceId;
import io.github.patchlane.core.contribution.WebAddress;
import io.github.patchlane.core.diff.UnifiedDiff;
import io.github.patchlane.core.jsonl.ContributionReader;
import io.github.patchlane.core.jsonl.ContributionWriter;
import io.github.patchlane.core.review.ReviewEvent;
import io.github.patchlane.core.source.ContributionSource;
import io.github.patchlane.core.source.Harvest;
import io.github.patchlane.core.source.PatchContent;
import io.github.patchlane.core.source.Position;
import io.github.patchlane.core.source.Problem;
import io.github.patchlane.core.source.Reading;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What every {@link ContributionSource} keeps to, whatever its lane. To put an adapter to it,
 * depend on core's test-jar, extend this class and tell {@link SourceStory} in the lane's own
 * words:
 *
 * <pre>{@code
 * class MyForgeTest extends ContributionSourceContract {
 *   protected ContributionSource open() {
 *     return MyForge.open(fixture("story.json"));
 *   }
 *   …
 * }
 * }</pre>
 *
 * Every test opens sources of its own and closes them.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ContributionSourceContract {
  /** Opens the story. */
  protected abstract ContributionSource open() throws Exception;

  /** Opens the same records lying in another order; where a lane has no order, {@link #open()}. */
  protected abstract ContributionSource openInAnotherOrder(long seed) throws Exception;

  /** Opens the story with one more record in its midst that cannot be read or placed. */
  protected abstract ContributionSource openDamaged() throws Exception;

  private Harvest harvest() throws Exception {
    try (ContributionSource source = open()) {
      return source.read();
    }
  }

  private static Stream<Patch> patches(Contribution contribution) {
    return contribution.revisions().stream().flatMap(revision -> revision.patches().stream());
  }

  @Test
  public void tellsTheStory() throws Exception {
    Harvest harvest = harvest();

    assertEquals(SourceStory.OUTLINE, SourceStory.outline(harvest.contributions()));
    assertEquals(List.of(), harvest.problems());
  }

  @Test
  public void readingTwiceGivesTheSame() throws Exception {
    try (ContributionSource source = open()) {
      Harvest first = source.read();
      assertEquals(first, source.read());
      assertEquals(first, harvest());
    }
  }

  @Test
  public void theOrderInWhichTheRecordsLieDoesNotMatter() throws Exception {
    List<Contribution> inOrder = harvest().contributions();
    for (long seed = 1; seed <= 5; seed++) {
      try (ContributionSource source = openInAnotherOrder(seed)) {
        assertEquals(inOrder, source.read().contributions(), "seed " + seed);
      }
    }
  }

  @Test
  public void aDamagedRecordIsAProblemWithAPositionAndTheRestGoesOn() throws Exception {
    try (ContributionSource source = openDamaged()) {
      Harvest damaged = source.read();

      assertEquals(harvest().contributions(), damaged.contributions());
      assertFalse(damaged.problems().isEmpty(), "the damaged record is reported");
      for (Problem problem : damaged.problems()) {
        assertAll(
            problem.toString(),
            () -> assertFalse(problem.position().archive().isBlank(), "names its archive"),
            () -> assertFalse(problem.position().place().isBlank(), "names its place"),
            () -> assertFalse(problem.reason().isBlank(), "gives a reason"),
            () -> assertFalse(problem.reason().contains("\n"), "gives it in one line"));
      }
    }
  }

  @Test
  public void contributionsComeByOpeningTimeEachOnce() throws Exception {
    List<Contribution> contributions = harvest().contributions();

    assertEquals(
        contributions.stream().sorted(Contribution.BY_OPENING).toList(),
        contributions,
        "by opening time, then id");
    assertEquals(
        contributions.size(), contributions.stream().map(Contribution::id).distinct().count());
  }

  @Test
  public void aPostingBelongsToOneContribution() throws Exception {
    Set<SourceId> seen = new HashSet<>();
    for (Contribution c : harvest().contributions()) {
      Set<SourceId> own =
          c.revisions().stream().flatMap(Revision::postings).collect(Collectors.toSet());
      own.forEach(posting -> assertTrue(seen.add(posting), () -> posting + " is posted twice"));
    }
  }

  @Test
  public void namesAndTitlesAreNeverBlank() throws Exception {
    try (ContributionSource source = open()) {
      assertFalse(source.name().isBlank());
    }
    for (Contribution c : harvest().contributions()) {
      assertFalse(c.title().isBlank(), c.id().value());
      assertFalse(c.submitter().key().isBlank(), c.id().value());
      patches(c).forEach(p -> assertFalse(p.subject().isBlank(), p.id().value()));
      patches(c).forEach(p -> assertFalse(p.author().key().isBlank(), p.id().value()));
      c.events().forEach(e -> assertFalse(e.by().person().key().isBlank(), e.toString()));
    }
  }

  @Test
  public void everyRevisionSaysWhyItBelongs() throws Exception {
    for (Contribution c : harvest().contributions()) {
      for (Revision r : c.revisions()) {
        assertFalse(r.evidence().detail().isBlank(), c.id() + " " + r.label());
      }
    }
  }

  @Test
  public void revisionsAndEventsComeByTimeAndPatchesByIndex() throws Exception {
    for (Contribution c : harvest().contributions()) {
      List<Instant> posted = c.revisions().stream().map(Revision::postedAt).toList();
      assertEquals(posted.stream().sorted().toList(), posted, c.id().value());
      assertEquals(
          c.events().stream().sorted(ReviewEvent.BY_TIME).toList(), c.events(), c.id().value());
      for (Revision r : c.revisions()) {
        List<Integer> indices = r.patches().stream().map(Patch::index).toList();
        assertEquals(indices.stream().sorted().distinct().toList(), indices, c.id().value());
      }
    }
  }

  /** Only what was said to an RFC or a draft can be older than the contribution's clock. */
  @Test
  public void nothingHappensBeforeTheFirstPosting() throws Exception {
    for (Contribution c : harvest().contributions()) {
      Instant first = c.revisions().get(0).postedAt();
      Instant earliest = first.isBefore(c.openedAt()) ? first : c.openedAt();
      c.events().forEach(e -> assertFalse(e.at().isBefore(earliest), e.toString()));
    }
  }

  @Test
  public void whatAnEventSpeaksOfWasPosted() throws Exception {
    for (Contribution c : harvest().contributions()) {
      Set<SourceId> postings =
          c.revisions().stream().flatMap(Revision::postings).collect(Collectors.toSet());
      Set<Integer> numbers =
          c.revisions().stream().map(Revision::number).collect(Collectors.toSet());
      for (ReviewEvent e : c.events()) {
        e.act().on().ifPresent(on -> assertTrue(postings.contains(on), e.toString()));
        e.anchor().ifPresent(a -> assertTrue(postings.contains(a.patch()), e.toString()));
        e.act().revision().ifPresent(n -> assertTrue(numbers.contains(n), e.toString()));
      }
    }
  }

  @Test
  public void nothingIsNewerThanTheNewest() throws Exception {
    Harvest harvest = harvest();
    Instant newest = harvest.newest().orElseThrow();
    for (Contribution c : harvest.contributions()) {
      assertFalse(c.openedAt().isAfter(newest), c.id().value());
      c.events().forEach(e -> assertFalse(e.at().isAfter(newest), e.toString()));
    }
  }

  @Test
  public void itHoldsThePatchesItNamesOrNone() throws Exception {
    try (ContributionSource source = open()) {
      List<Patch> patches =
          source.read().contributions().stream()
              .flatMap(ContributionSourceContract::patches)
              .toList();
      List<Patch> held = patches.stream().filter(p -> source.content(p.id()).isPresent()).toList();
      assertTrue(held.isEmpty() || held.equals(patches), () -> "holds some only: " + held);
      for (Patch patch : held) {
        PatchContent content = source.content(patch.id()).orElseThrow();
        assertEquals(patch.id(), content.id());
        assertEquals(patch.author(), content.author());
        assertEquals(patch.subject(), content.message().lines().findFirst().orElse(""));
        assertEquals(patch.patchId(), UnifiedDiff.parse(content.diff()).patchId());
        assertEquals(patch.stat(), UnifiedDiff.parse(content.diff()).stat());
      }
    }
  }

  @Test
  public void aPatchThatItDoesNotHoldIsEmpty() throws Exception {
    try (ContributionSource source = open()) {
      source.read();
      assertEquals(Optional.empty(), source.content(new MessageId("never-posted@example.org")));
      assertEquals(Optional.empty(), source.content(new CommitId("0".repeat(40))));
      assertEquals(Optional.empty(), source.content(new WebAddress("https://example.org/never")));
    }
  }

  @Test
  public void survivesTheTripThroughJson() throws Exception {
    Position nowhere = new Position("memory", "line 1");
    for (Contribution c : harvest().contributions()) {
      assertEquals(
          new Reading.Parsed<>(c), ContributionReader.read(ContributionWriter.line(c), nowhere));
    }
  }

  @Test
  public void closingTwiceDoesNoHarm() throws Exception {
    ContributionSource source = open();
    source.read();
    source.close();
    assertDoesNotThrow(source::close);
  }
}
