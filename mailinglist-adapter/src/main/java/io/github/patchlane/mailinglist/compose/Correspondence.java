package io.github.patchlane.mailinglist.compose;

import io.github.patchlane.core.contribution.MessageId;
import io.github.patchlane.core.contribution.SourceId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The mails composed so far, by what they carry. */
final class Correspondence {
  private final Map<SourceId, OutgoingMail> bySource = new LinkedHashMap<>();
  private final List<ComposedMail> mails = new ArrayList<>();
  private final Set<MessageId> taken = new HashSet<>();
  private final Set<String> keys = new HashSet<>();

  /** Takes a mail in, once: what a later round kept of an earlier one was sent with that. */
  void add(SourceId source, String key, String summary, OutgoingMail mail) {
    bySource.putIfAbsent(source, mail);
    if (taken.add(mail.id())) {
      String free = keys.add(key) ? key : key + ' ' + mail.id().value();
      keys.add(free);
      mails.add(new ComposedMail(free, summary, mail));
    }
  }

  Optional<OutgoingMail> of(SourceId source) {
    return Optional.ofNullable(bySource.get(source));
  }

  /** The id of the mail that carries it; a mail that was not composed here has its own. */
  Optional<MessageId> idOf(SourceId source) {
    Optional<MessageId> composed = of(source).map(OutgoingMail::id);
    return source instanceof MessageId mail ? composed.or(() -> Optional.of(mail)) : composed;
  }

  /** What an answer to it refers to, the oldest first. */
  List<MessageId> referencesTo(SourceId source) {
    List<MessageId> all = new ArrayList<>();
    of(source).ifPresent(mail -> all.addAll(mail.references()));
    idOf(source).ifPresent(all::add);
    return all;
  }

  List<ComposedMail> inOrder() {
    return mails;
  }
}
