package io.github.patchlane.mailinglist;

import io.github.patchlane.core.contribution.MessageId;
import io.github.patchlane.core.identity.Identities;
import io.github.patchlane.core.source.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The mails of a list, each once, and what was wrong with them. Not thread-safe. */
final class MailStore {
  private final Identities identities;
  private final Map<MessageId, Mail> mails = new HashMap<>();
  private final List<Problem> problems = new ArrayList<>();
  private int items;

  MailStore(ReadOptions options) {
    this.identities = new Identities(options.mailmap());
  }

  Identities identities() {
    return identities;
  }

  /** Takes in one item of an archive, in the order of reading. */
  void add(Optional<Mail> read, List<Problem> found) {
    items++;
    problems.addAll(found);
    if (read.isEmpty()) {
      return;
    }
    Mail mail = read.get();
    Mail other = mails.get(mail.id());
    if (other == null) {
      mails.put(mail.id(), mail);
      return;
    }
    Mail used = Mail.PREFERRED.compare(mail, other) < 0 ? mail : other;
    Mail unused = used.equals(mail) ? other : mail;
    mails.put(used.id(), used);
    if (used.content() != unused.content()) {
      problems.add(
          new Problem(
              Problem.Kind.DUPLICATE,
              unused.position(),
              unused.id().value(),
              unused.subject(),
              "another mail has this message-id and other words ("
                  + used.position()
                  + "); that one was used"));
    }
  }

  Collection<Mail> mails() {
    return mails.values();
  }

  List<Problem> problems() {
    return problems;
  }

  /** How many items there were, copies and unreadable ones included. */
  int items() {
    return items;
  }
}
