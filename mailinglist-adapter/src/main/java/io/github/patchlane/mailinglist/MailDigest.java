package io.github.patchlane.mailinglist;

import io.github.patchlane.core.identity.Identities;
import io.github.patchlane.mailinglist.message.Message;
import io.github.patchlane.mailinglist.review.Reply;
import io.github.patchlane.mailinglist.series.PatchMail;
import io.github.patchlane.mailinglist.series.PatchMailReader;
import java.util.Optional;

/** Reduces a decoded mail to what is kept of it. */
final class MailDigest {
  private static final long OFFSET = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private MailDigest() {}

  static Mail of(Message message, Identities identities) {
    String text = message.text();
    Optional<PatchMail> patch =
        PatchMailReader.read(message)
            .map(p -> p.by(identities.resolve(p.sender()), identities.resolve(p.author())));
    return new Mail(
        message.id(),
        message.position(),
        identities.resolve(message.from()),
        message.sentAt(),
        message.clockFixed(),
        message.references(),
        message.subject(),
        message.automatic(),
        textDigest(text),
        patch,
        Reply.read(message));
  }

  /**
   * A digest of the words alone, up to the signature: a list puts its own footer below, and mail
   * servers fold and trim as they like.
   */
  private static long textDigest(String text) {
    int end = text.lastIndexOf("\n-- \n");
    end = end < 0 ? text.indexOf("\n_______________________") : end;
    end = end < 0 ? text.length() : end;
    long digest = OFFSET;
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      if (!Character.isWhitespace(c)) {
        digest = (digest ^ c) * PRIME;
      }
    }
    return digest;
  }
}
