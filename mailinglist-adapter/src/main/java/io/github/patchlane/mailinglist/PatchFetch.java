package io.github.patchlane.mailinglist;

import io.github.patchlane.core.contribution.MessageId;
import io.github.patchlane.core.identity.Identities;
import io.github.patchlane.core.source.PatchContent;
import io.github.patchlane.core.source.Reading;
import io.github.patchlane.mailinglist.archive.Archive;
import io.github.patchlane.mailinglist.archive.RawMail;
import io.github.patchlane.mailinglist.message.Message;
import io.github.patchlane.mailinglist.message.MessageParser;
import io.github.patchlane.mailinglist.series.PatchMailReader;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Fetches patches by name and takes no look at any other mail but for its name. Of several mails of
 * one name it is the one that reading the whole list would use.
 */
final class PatchFetch {
  private final Set<MessageId> wanted;
  private final Identities identities;
  private final Map<MessageId, Found> found = new HashMap<>();

  private record Found(Mail mail, Optional<PatchContent> content) {}

  PatchFetch(Set<MessageId> wanted, Identities identities) {
    this.wanted = Set.copyOf(wanted);
    this.identities = identities;
  }

  void read(Archive archive) {
    archive.forEach(
        reading -> {
          if (reading instanceof Reading.Parsed<RawMail> mail) {
            look(mail.value());
          }
        });
  }

  private void look(RawMail raw) {
    Optional<MessageId> id = MessageParser.quickId(raw.bytes());
    if (id.isPresent() && !wanted.contains(id.get())) {
      return;
    }
    Optional<Message> message = MessageParser.parse(raw.bytes(), raw.position()).message();
    if (message.isEmpty() || !wanted.contains(message.get().id())) {
      return;
    }
    Mail mail = MailDigest.of(message.get(), identities);
    Found before = found.get(mail.id());
    if (before == null || Mail.PREFERRED.compare(mail, before.mail()) < 0) {
      boolean patch = mail.patch().isPresent();
      found.put(
          mail.id(),
          new Found(mail, patch ? PatchMailReader.content(message.get()) : Optional.empty()));
    }
  }

  Map<MessageId, PatchContent> contents() {
    Map<MessageId, PatchContent> contents = new HashMap<>();
    found.forEach((id, f) -> f.content().ifPresent(content -> contents.put(id, content)));
    return contents;
  }
}
