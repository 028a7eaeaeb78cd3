package io.github.patchlane.core.git.landing;

import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.contribution.ContributionId;
import io.github.patchlane.core.contribution.Landing;
import io.github.patchlane.core.contribution.Revision;
import io.github.patchlane.core.contribution.SourceId;
import io.github.patchlane.core.review.Act;
import io.github.patchlane.core.review.Actor;
import io.github.patchlane.core.review.ReviewEvent;
import io.github.patchlane.core.review.Standing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Contributions on both sides of a search for landings: {@link #candidates} and {@link #mentions}
 * go into {@link GitRepository#landings}, {@link #apply} takes in what comes out.
 */
public final class LandedContributions {
  private LandedContributions() {}

  /** Every posting of every patch. */
  public static List<LandingCandidate> candidates(List<Contribution> contributions) {
    return contributions.stream()
        .flatMap(c -> c.revisions().stream().flatMap(r -> candidates(c, r)))
        .toList();
  }

  private static Stream<LandingCandidate> candidates(Contribution contribution, Revision revision) {
    return revision.patches().stream()
        .map(
            patch ->
                new LandingCandidate(
                    contribution.id(), revision.number(), revision.postedAt(), patch));
  }

  /** What a trailer may name besides patches: cover letters, and where events are written. */
  public static Map<SourceId, LandingMention> mentions(List<Contribution> contributions) {
    Map<SourceId, LandingMention> mentions = new HashMap<>();
    for (Contribution contribution : contributions) {
      for (Revision revision : contribution.revisions()) {
        LandingMention mention =
            new LandingMention(contribution.id(), OptionalInt.of(revision.number()));
        revision.cover().ifPresent(cover -> mentions.putIfAbsent(cover, mention));
      }
    }
    for (Contribution contribution : contributions) {
      for (ReviewEvent event : contribution.events()) {
        mentions.putIfAbsent(
            event.act().source(), new LandingMention(contribution.id(), event.act().revision()));
      }
    }
    return mentions;
  }

  /**
   * The same contributions in the same order, each with its landings, an event for the last of
   * them, the consent whose condition the commits show to be met, and the state that follows.
   * Earlier results of a search are replaced.
   */
  public static List<Contribution> apply(List<Contribution> contributions, Landings found) {
    Map<ContributionId, List<LandedPatch>> byContribution = new HashMap<>();
    for (LandedPatch patch : found.patches()) {
      byContribution
          .computeIfAbsent(patch.candidate().contribution(), id -> new ArrayList<>())
          .add(patch);
    }
    return contributions.stream()
        .map(c -> with(c, byContribution.getOrDefault(c.id(), List.of())))
        .toList();
  }

  private static Contribution with(Contribution contribution, List<LandedPatch> landed) {
    MetConditions conditions = new MetConditions(contribution, landed);
    List<ReviewEvent> said =
        contribution.events().stream()
            .filter(event -> !(event instanceof ReviewEvent.Landed || conditions.isAdded(event)))
            .toList();
    Stream<ReviewEvent> last =
        landed.stream()
            .filter(patch -> patch.landing().role().counts())
            .max(LandedPatch.BY_TIME)
            .map(LandedContributions::event)
            .stream();
    List<ReviewEvent> events =
        Stream.of(said.stream(), last, conditions.among(said))
            .flatMap(part -> part)
            .sorted(ReviewEvent.BY_TIME)
            .toList();
    Comparator<LandedPatch> byPlace =
        Comparator.comparing((LandedPatch p) -> p.candidate().revision())
            .thenComparing(p -> p.candidate().patch().index())
            .thenComparing(LandedPatch.BY_TIME);
    List<Landing> landings = landed.stream().sorted(byPlace).map(LandedPatch::landing).toList();
    return contribution.with(
        Standing.of(contribution.revisions(), events, landings).state(), events, landings);
  }

  private static ReviewEvent event(LandedPatch last) {
    return new ReviewEvent.Landed(
        new Act(
            last.landing().landedAt(),
            new Actor(last.committer(), false),
            OptionalInt.of(last.candidate().revision()),
            Optional.of(last.landing().patch()),
            last.landing().commit()));
  }
}
