package io.github.patchlane.mailinglist.thread;

import io.github.patchlane.core.contribution.MessageId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which mail answers which. A mail's parent is the nearest mail it names that is at hand; where
 * none is, it begins a thread of its own, or shares one with those that name the same absent mail.
 * The result depends on the set of mails alone, not on their order; a circle of mails that answer
 * each other is cut at the one that sorts first. Immutable and thread-safe.
 */
public final class MailThreads {
  private final Map<MessageId, MessageId> parents;

  private final Map<MessageId, MessageId> roots;

  private MailThreads(Map<MessageId, MessageId> parents, Map<MessageId, MessageId> roots) {
    this.parents = parents;
    this.roots = roots;
  }

  /**
   * Finds every mail's parent.
   *
   * @param references for each mail at hand what it answers, nearest first
   */
  public static MailThreads of(Map<MessageId, List<MessageId>> references) {
    Map<MessageId, MessageId> parents = new HashMap<>();
    references.forEach(
        (mail, named) -> {
          for (MessageId reference : named) {
            if (references.containsKey(reference) && !reference.equals(mail)) {
              parents.put(mail, reference);
              break;
            }
          }
        });
    Optional<Map<MessageId, MessageId>> roots = roots(parents);
    if (roots.isPresent()) {
      return new MailThreads(parents, roots.get());
    }
    Map<MessageId, MessageId> cut = withoutCircles(references);
    return new MailThreads(cut, roots(cut).orElseThrow());
  }

  /** The same with care: a mail is given no parent that answers it. */
  private static Map<MessageId, MessageId> withoutCircles(
      Map<MessageId, List<MessageId>> references) {
    Map<MessageId, MessageId> parents = new HashMap<>();
    // where everything above a mail known so far ends, with shortcuts: chains may be very long
    Map<MessageId, MessageId> tops = new HashMap<>();
    for (MessageId mail : references.keySet().parallelStream().sorted().toList()) {
      for (MessageId reference : references.getOrDefault(mail, List.of())) {
        if (references.containsKey(reference)) {
          MessageId top = top(tops, reference);
          if (!top.equals(mail)) {
            parents.put(mail, reference);
            tops.put(mail, top);
            break;
          }
        }
      }
    }
    return parents;
  }

  /** Halves the way up while it goes: the whole costs little more than one step a mail. */
  private static MessageId top(Map<MessageId, MessageId> tops, MessageId mail) {
    MessageId at = mail;
    MessageId above = tops.get(at);
    while (above != null) {
      MessageId next = tops.get(above);
      if (next != null) {
        tops.put(at, next);
      }
      at = above;
      above = next;
    }
    return at;
  }

  /**
   * Where each mail's thread begins, for all that answer one; empty where mails answer each other
   * in a circle. Linear, for no mail is walked over twice.
   */
  private static Optional<Map<MessageId, MessageId>> roots(Map<MessageId, MessageId> parents) {
    Map<MessageId, MessageId> roots = new HashMap<>();
    List<MessageId> path = new ArrayList<>();
    for (MessageId mail : parents.keySet()) {
      MessageId at = mail;
      MessageId above = parents.get(at);
      while (above != null && !roots.containsKey(at)) {
        // until the walk's end is known, each mail on it stands for itself
        roots.put(at, at);
        path.add(at);
        at = above;
        above = parents.get(at);
      }
      MessageId root = roots.getOrDefault(at, at);
      if (above != null && root.equals(at)) {
        return Optional.empty();
      }
      path.forEach(step -> roots.put(step, root));
      path.clear();
    }
    return Optional.of(roots);
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
    return roots.getOrDefault(mail, mail);
  }
}
