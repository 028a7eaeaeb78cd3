package io.github.patchlane.mailinglist;

import io.github.patchlane.core.contribution.Patch;
import io.github.patchlane.core.contribution.Revision;
import io.github.patchlane.core.diff.DiffIndex;
import io.github.patchlane.core.review.Act;
import io.github.patchlane.core.review.ReviewEvent;
import io.github.patchlane.mailinglist.PostedPatches.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A contribution whose every patch its author later posts again as part of another one is replaced
 * by that: a patch that becomes one of a series, two series that become one. Without this the first
 * would stand open for ever.
 */
final class Absorption {
  /** A patch of the same title that comes later than this is another patch. */
  private static final Duration REMEMBERED = Duration.ofDays(365);

  private static final double ALIKE = 0.3;

  private final List<ContributionBuilder> builders;
  private final PostedPatches posted;

  Absorption(List<ContributionBuilder> builders, PostedPatches posted) {
    this.builders = builders;
    this.posted = posted;
  }

  /** Closes what was absorbed, at the time of the posting that completed it. */
  void announce() {
    for (int b = 0; b < builders.size(); b++) {
      absorbed(b).ifPresent(builders.get(b)::add);
    }
  }

  private Optional<ReviewEvent> absorbed(int builder) {
    List<Revision> revisions = builders.get(builder).series().revisions();
    Revision newest = revisions.get(revisions.size() - 1);
    if (newest.patches().isEmpty() || newest.kind() == Revision.Kind.PULL) {
      return Optional.empty();
    }
    List<Place> again = new ArrayList<>();
    for (Patch patch : newest.patches()) {
      Optional<Place> place = postedAgain(builder, newest, patch);
      if (place.isEmpty()) {
        return Optional.empty();
      }
      again.add(place.get());
    }
    return again.stream()
        .max(
            Comparator.comparing((Place p) -> revision(p).postedAt()).thenComparing(Place::builder))
        .map(last -> closed(builder, newest, last));
  }

  private Optional<Place> postedAgain(int builder, Revision newest, Patch patch) {
    ContributionBuilder own = builders.get(builder);
    Instant from = newest.postedAt();
    return posted
        .titled(patch.subject())
        .subMap(from, false, from.plus(REMEMBERED), false)
        .values()
        .stream()
        .flatMap(List::stream)
        .filter(place -> place.builder() != builder)
        .filter(place -> place.patch().author().isSameAs(patch.author()))
        .filter(place -> isAlike(own.diff(patch.id()), builders.get(place.builder()), place))
        .findFirst();
  }

  private static boolean isAlike(Optional<DiffIndex> diff, ContributionBuilder other, Place place) {
    Optional<DiffIndex> theirs = other.diff(place.patch().id());
    return diff.isPresent()
        && theirs.isPresent()
        && DiffIndex.similarity(diff.get(), theirs.get()) >= ALIKE;
  }

  private ReviewEvent closed(int builder, Revision newest, Place last) {
    Revision revision = revision(last);
    return new ReviewEvent.Closed(
        new Act(
            revision.postedAt(),
            builders.get(last.builder()).poster(last.revision()),
            OptionalInt.of(newest.number()),
            Optional.of(
                builders
                    .get(builder)
                    .leadId(builders.get(builder).series().revisions().size() - 1)),
            builders.get(last.builder()).leadId(last.revision())),
        ReviewEvent.Closed.Reason.SUPERSEDED);
  }

  private Revision revision(Place place) {
    return builders.get(place.builder()).series().revisions().get(place.revision());
  }
}
