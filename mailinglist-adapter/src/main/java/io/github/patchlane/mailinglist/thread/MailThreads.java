package io.github.patchlane.mailinglist.thread;

import io.github.patchlane.core.contribution.MessageId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which mail answers which. A mail's parent is the nearest mail it names that is at hand; where
 * none is, it begins a thread of its own, or shares one with those that name the same absent mail.
 * The result depends on the set of mails alone, not on their order; a circle of mails that answer
 * each other is cut at the one that sorts first. Immutable and thread-safe.
 */
public final class MailThreads {
  private final Map<MessageId, MessageId> parents;

  private MailThreads(Map<MessageId, MessageId> parents) {
    this.parents = parents;
  }

  /**
   * Finds every mail's parent.
   *
   * @param references for each mail at hand what it answers, nearest first
   */
  public static MailThreads of(Map<MessageId, List<MessageId>> references) {
    Map<MessageId, MessageId> parents = new HashMap<>();
    for (Map.Entry<MessageId, List<MessageId>> mail : new TreeMap<>(references).entrySet()) {
      for (MessageId reference : mail.getValue()) {
        if (references.containsKey(reference) && !reaches(parents, reference, mail.getKey())) {
          parents.put(mail.getKey(), reference);
          break;
        }
      }
    }
    return new MailThreads(parents);
  }

  private static boolean reaches(
      Map<MessageId, MessageId> parents, MessageId from, MessageId target) {
    MessageId at = from;
    while (at != null) {
      if (at.equals(target)) {
        return true;
      }
      at = parents.get(at);
    }
    return false;
  }

  /** The mail that this one answers, if it is at hand. */
  public Optional<MessageId> parent(MessageId mail) {
    return Optional.ofNullable(parents.get(mail));
  }

  /** The mails above this one, nearest first. */
  public List<MessageId> ancestors(MessageId mail) {
    List<MessageId> ancestors = new ArrayList<>();
    MessageId at = parents.get(mail);
    while (at != null) {
      ancestors.add(at);
      at = parents.get(at);
    }
    return ancestors;
  }

  /** The mail that the thread began with, as far as it is at hand. */
  public MessageId root(MessageId mail) {
    MessageId at = mail;
    MessageId above = parents.get(at);
    while (above != null) {
      at = above;
      above = parents.get(at);
    }
    return at;
  }
}
