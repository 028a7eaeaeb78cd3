package io.github.patchlane.core.git.landing;

import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.contribution.Patch;
import io.github.patchlane.core.contribution.SourceId;
import io.github.patchlane.core.contribution.Trailer;
import io.github.patchlane.core.review.Act;
import io.github.patchlane.core.review.ReviewEvent;
import io.github.patchlane.core.review.ReviewEvent.ApprovalWithdrawn;
import io.github.patchlane.core.review.ReviewEvent.Approved;
import io.github.patchlane.core.review.ReviewEvent.Commented;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Consent that was given on a condition, and that the commit of the patch carries: whoever
 * committed it took the condition for met. It counts from the commit's time on, unless it counted
 * before or was taken back.
 */
final class MetConditions {
  private final Contribution contribution;
  private final List<LandedPatch> landed;

  MetConditions(Contribution contribution, List<LandedPatch> landed) {
    this.contribution = contribution;
    this.landed =
        landed.stream()
            .filter(patch -> patch.landing().role().counts())
            .sorted(LandedPatch.BY_TIME)
            .toList();
  }

  /**
   * @param events without what an earlier search added
   */
  Stream<ReviewEvent> among(List<ReviewEvent> events) {
    return conditional(events.stream())
        .filter(given -> events.stream().noneMatch(event -> settles(event, given)))
        .flatMap(given -> carrier(given).map(commit -> met(given, commit)).stream());
  }

  private static Stream<Commented> conditional(Stream<ReviewEvent> events) {
    return events
        .filter(event -> event instanceof Commented && event.trailer().isPresent())
        .map(Commented.class::cast);
  }

  /** Whether an earlier search added this event for one of the contribution's landings. */
  boolean isAdded(ReviewEvent event) {
    return event instanceof Approved
        && contribution.landings().stream()
            .anyMatch(
                landing ->
                    landing.landedAt().equals(event.at())
                        && event.act().on().equals(Optional.of(landing.patch())))
        && conditional(contribution.events().stream())
            .anyMatch(
                given ->
                    given.act().source().equals(event.act().source())
                        && given.trailer().equals(event.trailer()));
  }

  /** Whether its giver said later, without a condition, what is to become of it. */
  private static boolean settles(ReviewEvent event, Commented given) {
    return (event instanceof Approved || event instanceof ApprovalWithdrawn)
        && !event.at().isBefore(given.at())
        && event.by().person().isSameAs(given.by().person())
        && event.trailer().filter(own -> isSame(own, given)).isPresent()
        && (event.act().on().equals(given.act().on())
            || event.act().revision().orElse(0) > given.act().revision().orElse(0));
  }

  private Optional<LandedPatch> carrier(Commented given) {
    return landed.stream()
        .filter(patch -> !patch.landing().landedAt().isBefore(given.at()))
        .filter(patch -> given.act().on().filter(on -> isPatch(on, patch)).isPresent())
        .filter(patch -> patch.trailers().stream().anyMatch(own -> isSame(own, given)))
        .findFirst();
  }

  /** Whether this is what landed, or its like in another round. */
  private boolean isPatch(SourceId posting, LandedPatch found) {
    return posting.equals(found.landing().patch())
        || contribution.revisions().stream()
            .flatMap(revision -> revision.patches().stream())
            .anyMatch(
                patch -> patch.id().equals(posting) && isLike(patch, found.candidate().patch()));
  }

  private static boolean isLike(Patch a, Patch b) {
    return (a.patchId().isPresent() && a.patchId().equals(b.patchId()))
        || ComparableTitle.of(a.subject()).equals(ComparableTitle.of(b.subject()))
        || (a.index() == b.index() && a.total().equals(b.total()));
  }

  private static boolean isSame(Trailer own, Commented given) {
    return given
        .trailer()
        .filter(
            trailer ->
                own.token().equalsIgnoreCase(trailer.token())
                    && (own.person().isSameAs(trailer.person())
                        || own.person().isSameAs(given.by().person())))
        .isPresent();
  }

  private static Approved met(Commented given, LandedPatch commit) {
    return new Approved(
        new Act(
            commit.landing().landedAt(),
            given.by(),
            OptionalInt.of(commit.candidate().revision()),
            Optional.of(commit.landing().patch()),
            given.act().source()),
        given.trailer());
  }
}
