package io.github.patchlane.core.metrics;

import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.contribution.Patch;
import io.github.patchlane.core.contribution.Person;
import io.github.patchlane.core.contribution.Revision;
import io.github.patchlane.core.review.Actor;
import io.github.patchlane.core.review.ReviewEvent;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Whose words are the author's own: who submitted, who posted a revision, who wrote a patch of one.
 * A reviewer who joins in later becomes an author from then on, and not in retrospect: what was a
 * response stays one.
 */
final class Authors {
  private final Map<Person, Instant> since = new HashMap<>();

  Authors(Contribution contribution) {
    add(contribution.submitter(), Instant.MIN);
    for (Revision revision : contribution.revisions()) {
      for (Patch patch : revision.patches()) {
        add(patch.author(), revision.postedAt());
      }
    }
    for (ReviewEvent event : contribution.events()) {
      if (event instanceof ReviewEvent.RevisionPosted && !event.by().bot()) {
        add(event.by().person(), event.at());
      }
    }
  }

  private void add(Person person, Instant from) {
    since.merge(person, from, (a, b) -> a.isBefore(b) ? a : b);
  }

  boolean include(Person person, Instant at) {
    return since.entrySet().stream()
        .anyMatch(author -> author.getKey().isSameAs(person) && !author.getValue().isAfter(at));
  }

  /** Whether a human who is none of the authors did this. */
  boolean areAnsweredBy(ReviewEvent event) {
    Actor by = event.by();
    return !by.bot() && !include(by.person(), event.at());
  }
}
