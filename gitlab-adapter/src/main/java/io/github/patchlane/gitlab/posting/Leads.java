package io.github.patchlane.gitlab.posting;

import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.contribution.MessageId;
import io.github.patchlane.core.contribution.Revision;
import io.github.patchlane.core.contribution.SourceId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The posting that speaks for each revision: its cover, else its first patch that no revision
 * before had, for a partial reroll keeps the others.
 */
final class Leads {
  private final Map<Revision, SourceId> leads = new HashMap<>();
  private final Map<Revision, String> suffixes = new HashMap<>();

  Leads(Contribution contribution) {
    Set<SourceId> taken = new HashSet<>();
    List<Revision> revisions = contribution.revisions();
    for (int i = 0; i < revisions.size(); i++) {
      Revision revision = revisions.get(i);
      Optional<SourceId> own = revision.postings().filter(id -> !taken.contains(id)).findFirst();
      leads.put(
          revision,
          own.or(() -> revision.postings().findFirst())
              .orElseGet(() -> new MessageId(contribution.id().value())));
      // nothing in it is new: told apart by its place
      suffixes.put(revision, own.isPresent() ? "" : "-" + (i + 1));
      revision.postings().forEach(taken::add);
    }
  }

  SourceId of(Revision revision) {
    SourceId lead = leads.get(revision);
    if (lead == null) {
      throw new IllegalArgumentException("not a revision of this contribution: " + revision);
    }
    return lead;
  }

  /** The name of a part of a revision's own texts. */
  String part(Revision revision, String part) {
    return part + suffixes.getOrDefault(revision, "");
  }
}
