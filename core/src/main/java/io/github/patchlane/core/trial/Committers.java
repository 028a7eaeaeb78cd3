package io.github.patchlane.core.trial;

import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.contribution.Person;
import io.github.patchlane.core.review.ReviewEvent;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Who commits: whoever was seen to commit or to accept what somebody else submitted. To have
 * committed one's own says nothing, for git names the author of a branch so too.
 */
final class Committers {
  private final Set<String> keys = new HashSet<>();

  Committers(List<Contribution> contributions) {
    for (Contribution contribution : contributions) {
      for (ReviewEvent event : contribution.events()) {
        boolean commits =
            event instanceof ReviewEvent.Landed || event instanceof ReviewEvent.Accepted;
        if (commits && event.by().isHumanOtherThan(contribution.submitter())) {
          keys.add(event.by().person().key());
        }
      }
    }
  }

  boolean include(Person person) {
    return keys.contains(person.key());
  }
}
