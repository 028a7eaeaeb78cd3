package io.github.patchlane.mailinglist;

import io.github.patchlane.core.contribution.MessageId;
import io.github.patchlane.core.identity.Identities;
import io.github.patchlane.core.source.Problem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The mails of a list, each once, and what was wrong with them. Not thread-safe. */
final class MailStore {
  private final Identities identities;
  private final SharedIds ids = new SharedIds();

  /** In the order of reading, which is nearly that of time: what is sorted later, sorts fast. */
  private final Map<MessageId, Mail> mails = new LinkedHashMap<>();

  private final Map<MessageId, List<Mail>> otherWords = new HashMap<>();
  private final List<Problem> problems = new ArrayList<>();
  private int items;

  MailStore(ReadOptions options) {
    this.identities = new Identities(options.mailmap());
  }

  Identities identities() {
    return identities;
  }

  /** For whoever reads mails for this store; safe for use by several threads. */
  SharedIds ids() {
    return ids;
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
    boolean better = Mail.PREFERRED.compare(mail, other) < 0;
    mails.put(mail.id(), better ? mail : other);
    if (mail.content() != other.content()) {
      otherWords.computeIfAbsent(mail.id(), k -> new ArrayList<>()).add(better ? other : mail);
    }
  }

  Map<MessageId, Mail> mails() {
    return Collections.unmodifiableMap(mails);
  }

  /** What was wrong, now that all mails are in: which of a name is used may change until then. */
  List<Problem> problems() {
    List<Problem> all = new ArrayList<>(problems);
    otherWords.forEach((id, unused) -> all.addAll(duplicates(mails.get(id), unused)));
    return all;
  }

  /** One for each wording that is not used, however many copies of it there are. */
  private static List<Problem> duplicates(@Nullable Mail used, List<Mail> unused) {
    Map<Long, Problem> byWording = new TreeMap<>();
    for (Mail mail : unused) {
      if (used != null && mail.content() != used.content()) {
        byWording.putIfAbsent(
            mail.content(),
            new Problem(
                Problem.Kind.DUPLICATE,
                mail.position(),
                mail.id().value(),
                mail.subject(),
                "another mail has this message-id and other words ("
                    + used.position()
                    + "); that one was used"));
      }
    }
    return List.copyOf(byWording.values());
  }

  /** How many items there were, copies and unreadable ones included. */
  int items() {
    return items;
  }
}
