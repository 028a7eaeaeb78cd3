package io.github.patchlane.mailinglist;

import io.github.patchlane.core.contribution.Revision;
import io.github.patchlane.core.review.Act;
import io.github.patchlane.core.review.Actor;
import io.github.patchlane.core.review.ReviewEvent;
import io.github.patchlane.mailinglist.PostedPatches.Place;
import io.github.patchlane.mailinglist.series.PatchMail;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A maintainer's pull request says of every patch in it that it was taken: each contribution that
 * it lists, by title, is accepted by it.
 */
final class PullRequests {
  /** A title listed so long after its last posting is another patch of the same name. */
  private static final Duration REMEMBERED = Duration.ofDays(200);

  private final List<ContributionBuilder> builders;
  private final PostedPatches posted;

  PullRequests(List<ContributionBuilder> builders, PostedPatches posted) {
    this.builders = builders;
    this.posted = posted;
  }

  void announce() {
    for (ContributionBuilder builder : builders) {
      List<Revision> revisions = builder.series().revisions();
      for (int r = 0; r < revisions.size(); r++) {
        if (revisions.get(r).kind() == Revision.Kind.PULL) {
          for (PatchMail mail : builder.series().mails().get(r)) {
            accept(mail);
          }
        }
      }
    }
  }

  private void accept(PatchMail pull) {
    pull.listed().forEach(title -> accept(pull, title));
    if (pull.diff().isPresent()) {
      accept(pull, pull.title());
    }
  }

  private void accept(PatchMail pull, String title) {
    Optional<Place> taken =
        Optional.ofNullable(posted.titled(title).floorEntry(pull.sentAt()))
            .filter(newest -> newest.getKey().isAfter(pull.sentAt().minus(REMEMBERED)))
            .map(newest -> newest.getValue().get(0));
    if (taken.isPresent()) {
      Place place = taken.get();
      ContributionBuilder builder = builders.get(place.builder());
      builder.add(
          new ReviewEvent.Accepted(
              new Act(
                  pull.sentAt(),
                  new Actor(pull.sender(), false),
                  OptionalInt.of(builder.number(place.revision())),
                  Optional.of(place.patch().id()),
                  pull.id())));
    }
  }
}
