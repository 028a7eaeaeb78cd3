package io.github.patchlane.mailinglist;

import io.github.patchlane.core.contribution.Patch;
import io.github.patchlane.core.contribution.Revision;
import io.github.patchlane.core.review.Act;
import io.github.patchlane.core.review.Actor;
import io.github.patchlane.core.review.ReviewEvent;
import io.github.patchlane.mailinglist.series.PatchMail;
import io.github.patchlane.mailinglist.series.Titles;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * A maintainer's pull request says of every patch in it that it was taken: each contribution that
 * it lists, by title, is accepted by it.
 */
final class PullRequests {
  /** A title listed so long after its last posting is another patch of the same name. */
  private static final Duration REMEMBERED = Duration.ofDays(200);

  private final List<ContributionBuilder> builders;
  private final Map<String, NavigableMap<Instant, Offer>> offers = new HashMap<>();

  private record Offer(int builder, int revision, Patch patch) {}

  PullRequests(List<ContributionBuilder> builders) {
    this.builders = builders;
  }

  void announce() {
    for (int b = 0; b < builders.size(); b++) {
      List<Revision> revisions = builders.get(b).series().revisions();
      for (int r = 0; r < revisions.size(); r++) {
        if (revisions.get(r).kind() != Revision.Kind.PULL) {
          for (Patch patch : revisions.get(r).patches()) {
            offers
                .computeIfAbsent(Titles.plain(patch.subject()), k -> new TreeMap<>())
                .putIfAbsent(revisions.get(r).postedAt(), new Offer(b, r, patch));
          }
        }
      }
    }
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
    Optional<Offer> taken =
        Optional.ofNullable(offers.get(Titles.plain(title)))
            .map(offered -> offered.floorEntry(pull.sentAt()))
            .filter(newest -> newest.getKey().isAfter(pull.sentAt().minus(REMEMBERED)))
            .map(Map.Entry::getValue);
    if (taken.isPresent()) {
      Offer offer = taken.get();
      ContributionBuilder builder = builders.get(offer.builder());
      builder.add(
          new ReviewEvent.Accepted(
              new Act(
                  pull.sentAt(),
                  new Actor(pull.sender(), false),
                  OptionalInt.of(builder.number(offer.revision())),
                  Optional.of(offer.patch().id()),
                  pull.id())));
    }
  }
}
