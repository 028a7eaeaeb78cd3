package io.github.patchlane.examples;

import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.contribution.State;
import io.github.patchlane.mailinglist.MailingList;
import java.util.List;

/** The open contributions that no other human has said a word to. */
final class UnansweredPatches {
  private UnansweredPatches() {}

  /** The longest wait first. */
  static List<Contribution> in(String archive) {
    try (MailingList list = MailingList.open(archive)) {
      return list.read().contributions().stream()
          .filter(c -> c.state() == State.OPEN)
          .filter(c -> c.events().stream().noneMatch(e -> e.by().isHumanOtherThan(c.submitter())))
          .toList();
    }
  }

  public static void main(String[] arguments) {
    in(arguments[0])
        .forEach(c -> System.out.println(c.openedAt() + " " + c.title() + ", " + c.submitter()));
  }
}
