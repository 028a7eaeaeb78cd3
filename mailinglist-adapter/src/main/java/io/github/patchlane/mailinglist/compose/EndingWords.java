package io.github.patchlane.mailinglist.compose;

import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.contribution.Landing;
import io.github.patchlane.core.contribution.MessageId;
import io.github.patchlane.core.contribution.SourceId;
import io.github.patchlane.core.review.ReviewEvent;
import java.util.List;

/**
 * What is said on a list when a contribution is taken, dropped, refused or replaced. Whoever reads
 * the list, our own reader included, knows by it how it ended.
 */
final class EndingWords {
  private EndingWords() {}

  static String of(ReviewEvent event, Contribution contribution) {
    String where = name(event.act().source());
    if (event instanceof ReviewEvent.Closed closed) {
      return switch (closed.reason()) {
        case WITHDRAWN -> "I withdraw this series.\n\nClosed by its author, see " + where + "\n";
        case SUPERSEDED -> "Superseded by another one, see " + where + "\n";
        case DECLINED -> "Rejected: closed without being taken, see " + where + "\n";
      };
    }
    List<String> commits =
        contribution.landings().stream()
            .filter(landing -> landing.role().counts())
            .sorted(java.util.Comparator.comparing(Landing::landedAt))
            .map(landing -> "  " + landing.commit().value() + "\n")
            .distinct()
            .toList();
    return "Merged, see "
        + where
        + "\n"
        + (commits.isEmpty() ? "" : "\nIt is in as\n\n" + String.join("", commits));
  }

  private static String name(SourceId source) {
    return source instanceof MessageId ? "<" + source.value() + ">" : source.value();
  }
}
