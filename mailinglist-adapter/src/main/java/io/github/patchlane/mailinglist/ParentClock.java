package io.github.patchlane.mailinglist;

import io.github.patchlane.core.contribution.MessageId;
import io.github.patchlane.mailinglist.thread.MailThreads;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The last clause of the clock rule: no mail was sent before the one it answers. */
final class ParentClock {
  private final Map<MessageId, Mail> mails;
  private final Map<MessageId, Instant> times = new HashMap<>();
  private final MailThreads threads;

  ParentClock(Map<MessageId, Mail> mails, MailThreads threads) {
    this.mails = mails;
    this.threads = threads;
  }

  /** Every mail, those that were too early moved to their parent's time. */
  Map<MessageId, Mail> clamped() {
    Map<MessageId, Mail> clamped = new LinkedHashMap<>();
    for (Mail mail : mails.values()) {
      Instant time = time(mail);
      clamped.put(mail.id(), time.equals(mail.sentAt()) ? mail : mail.at(time));
    }
    return clamped;
  }

  /** Walks up first, then down again: threads can be deeper than the stack. */
  private Instant time(Mail mail) {
    Deque<Mail> path = new ArrayDeque<>();
    Optional<Mail> at = Optional.of(mail);
    while (at.isPresent() && !times.containsKey(at.get().id())) {
      path.push(at.get());
      at = threads.parent(at.get().id()).flatMap(id -> Optional.ofNullable(mails.get(id)));
    }
    Instant earliest =
        at.map(known -> times.getOrDefault(known.id(), Instant.MIN)).orElse(Instant.MIN);
    for (Mail step : path) {
      earliest = step.sentAt().isBefore(earliest) ? earliest : step.sentAt();
      times.put(step.id(), earliest);
    }
    return earliest;
  }
}
