package io.github.patchlane.mailinglist;

import io.github.patchlane.core.contribution.MessageId;
import io.github.patchlane.mailinglist.message.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One object for each message-id of a list. A thread names its mails over and over, and what is one
 * object is kept once and found equal at a glance. Thread-safe.
 */
final class SharedIds {
  private final Map<MessageId, MessageId> known = new ConcurrentHashMap<>();

  /** The same message, its own id and those it answers shared with the others. */
  Message in(Message message) {
    List<MessageId> references = new ArrayList<>(message.references().size());
    for (MessageId reference : message.references()) {
      references.add(shared(reference));
    }
    return message.named(shared(message.id()), references);
  }

  private MessageId shared(MessageId id) {
    MessageId first = known.putIfAbsent(id, id);
    return first == null ? id : first;
  }
}
