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

  // How much of a mail's own words tells it from another of its name, in eights of characters.
  private static final int OF_A_PATCH = 128;
  private static final int OF_A_REPLY = 512;

  private MailDigest() {}

  static Mail of(Message message, Identities identities) {
    Optional<PatchMail> patch =
        PatchMailReader.read(message)
            .map(p -> p.by(identities.resolve(p.sender()), identities.resolve(p.author())));
    long words =
        patch.isEmpty() ? textDigest(message, OF_A_REPLY) : patchDigest(message, patch.get());
    return new Mail(
        message.id(),
        message.position(),
        identities.resolve(message.from()),
        message.sentAt(),
        message.clockFixed(),
        message.references(),
        message.subject(),
        message.automatic(),
        words,
        patch,
        patch.isPresent() ? Reply.NOTHING : Reply.read(message));
  }

  /** A patch's change has an identity already; of its text the beginning is enough beside that. */
  private static long patchDigest(Message message, PatchMail patch) {
    long change = patch.patchId().map(id -> (long) id.value().hashCode()).orElse(0L);
    return mixed(textDigest(message, OF_A_PATCH), change);
  }

  /**
   * A digest of the sender's words alone, up to the signature: a list puts its own footer below,
   * and mail servers fold and trim as they like.
   *
   * @param most how many of its characters count, in eights, white space aside
   */
  private static long textDigest(Message message, int most) {
    for (Part part : message.parts()) {
      if (part.inline()) {
        return digest(part.array(), part.start(), part.end(), most);
      }
    }
    return OFFSET;
  }

  private static long digest(byte[] bytes, int start, int end, int most) {
    long digest = OFFSET;
    // eight bytes at a time: this runs over much of an archive
    long word = 0;
    int inWord = 0;
    int left = most;
    int at = start;
    while (at < end && left > 0 && !startsFooter(bytes, at, end)) {
      // quoted lines are somebody else's words, and most of many mails
      boolean quoted = bytes[at] == '>';
      for (; at < end && bytes[at] != '\n'; at++) {
        byte b = bytes[at];
        if (!quoted && (b > ' ' || b < 0)) {
          word = word << Byte.SIZE | (b & 0xff);
          if (++inWord == Long.BYTES) {
            digest = mixed(digest, word);
            word = 0;
            inWord = 0;
            left--;
          }
        }
      }
      at++;
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
