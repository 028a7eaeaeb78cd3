package io.github.patchlane.mailinglist.thread;

import io.github.patchlane.core.contribution.MessageId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The nearest mail above another in its thread that something is known of. What was found once is
 * remembered for every mail on the way, so that asking for all mails of a thread costs no more than
 * walking it once, however deep it is. Not thread-safe.
 *
 * @param <T> what is known of some mails
 */
public final class NearestAbove<T> {
  private final MailThreads threads;
  private final Function<MessageId, Optional<T>> known;
  private final Map<MessageId, Optional<T>> found = new HashMap<>();

  /**
   * @param known what is known of a mail; must not change between two questions
   */
  public NearestAbove(MailThreads threads, Function<MessageId, Optional<T>> known) {
    this.threads = threads;
    this.known = known;
  }

  /** What is known of the nearest mail above this one, the mail itself left out. */
  public Optional<T> of(MessageId mail) {
    List<MessageId> way = new ArrayList<>();
    Optional<MessageId> at = Optional.of(mail);
    Optional<T> nearest = Optional.empty();
    while (at.isPresent() && nearest.isEmpty() && !found.containsKey(at.get())) {
      way.add(at.get());
      at = threads.parent(at.get());
      nearest = at.flatMap(known);
    }
    if (nearest.isEmpty() && at.isPresent()) {
      nearest = found.getOrDefault(at.get(), Optional.empty());
    }
    for (MessageId step : way) {
      found.put(step, nearest);
    }
    return nearest;
  }
}
