package io.github.patchlane.mailinglist;

import io.github.patchlane.core.identity.Identities;
import io.github.patchlane.mailinglist.message.Message;
import io.github.patchlane.mailinglist.message.Part;
import io.github.patchlane.mailinglist.review.Reply;
import io.github.patchlane.mailinglist.series.PatchMail;
import io.github.patchlane.mailinglist.series.PatchMailReader;
import java.util.Optional;

/** Reduces a decoded mail to what is kept of it. */
final class MailDigest {
  private static final long OFFSET = 0xcbf29ce484222325L;
  private static final long PRIME = 0x9e3779b97f4a7c15L;

  private MailDigest() {}

  static Mail of(Message message, Identities identities) {
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
        textDigest(message),
        patch,
        patch.isPresent() ? Reply.NOTHING : Reply.read(message));
  }

  /**
   * A digest of the words alone, up to the signature: a list puts its own footer below, and mail
   * servers fold and trim as they like.
   */
  private static long textDigest(Message message) {
    Optional<Part> text = message.parts().stream().filter(Part::inline).findFirst();
    return text.map(part -> digest(part.array(), part.start(), part.end())).orElse(OFFSET);
  }

  private static long digest(byte[] bytes, int start, int end) {
    long digest = OFFSET;
    // eight bytes at a time: this runs over every byte of an archive
    long word = 0;
    int inWord = 0;
    if (startsFooter(bytes, start, end)) {
      return digest;
    }
    for (int i = start; i < end; i++) {
      byte b = bytes[i];
      if (b > ' ' || b < 0) {
        word = word << Byte.SIZE | (b & 0xff);
        if (++inWord == Long.BYTES) {
          digest = mixed(digest, word);
          word = 0;
          inWord = 0;
        }
      } else if (b == '\n' && startsFooter(bytes, i + 1, end)) {
        break;
      }
    }
    return ~mixed(digest, word);
  }

  private static long mixed(long digest, long word) {
    return Long.rotateLeft((digest ^ word) * PRIME, 29);
  }

  /** {@code "-- "} before a signature, or the line of underscores that lists draw. */
  private static boolean startsFooter(byte[] bytes, int at, int end) {
    if (at >= end) {
      return false;
    }
    if (bytes[at] == '-') {
      return at + 3 < end && bytes[at + 1] == '-' && bytes[at + 2] == ' ' && bytes[at + 3] == '\n';
    }
    for (int i = at; i < at + 20; i++) {
      if (i >= end || bytes[i] != '_') {
        return false;
      }
    }
    return true;
  }
}
