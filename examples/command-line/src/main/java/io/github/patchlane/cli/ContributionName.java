package io.github.patchlane.cli;

import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.contribution.Revision;
import io.github.patchlane.core.contribution.SourceId;
import java.util.Locale;

/** How a person names a contribution: its id, or that of anything posted in it. */
final class ContributionName {
  private ContributionName() {}

  static boolean isOf(Contribution contribution, String name) {
    boolean bracketed = name.startsWith("<") && name.endsWith(">");
    String wanted = bracketed ? name.substring(1, name.length() - 1) : name;
    String id = contribution.id().value();
    return id.equals(wanted)
        || id.toLowerCase(Locale.ROOT).equals("mail:" + wanted.toLowerCase(Locale.ROOT))
        || contribution.revisions().stream()
            .flatMap(Revision::postings)
            .map(SourceId::value)
            .anyMatch(wanted::equals);
  }
}
