package io.github.patchlane.mailinglist.message;

import io.github.patchlane.core.source.Position;
import io.github.patchlane.core.source.Problem;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What was found wrong with one mail while the rest of it was read. */
final class Damage {
  /** A mail made to break readers gets no endless list. */
  private static final int MOST = 20;

  private final Set<String> reasons = new LinkedHashSet<>();

  /**
   * Keeps one reason, once.
   *
   * @param reason one sentence: what is wrong and what was done about it
   */
  void note(String reason) {
    if (reasons.size() < MOST) {
      reasons.add(reason);
    }
  }

  List<Problem> problems(Position position, String id, String subject) {
    return reasons.stream()
        .map(reason -> new Problem(Problem.Kind.DAMAGED, position, id, subject, reason))
        .toList();
  }
}
