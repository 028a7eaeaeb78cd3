package io.github.patchlane.mailinglist.message;

import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;

/**
 * The three fields that become a commit, as they are written: no list's rewriting undone and no
 * clock corrected, for that is what {@code git am} goes by.
 *
 * @param from decoded and unfolded; empty where there is none
 * @param subject decoded and unfolded, prefixes and all
 * @param date with the zone of the sender's clock; empty where there is none to be read
 */
public record Header(String from, String subject, Optional<OffsetDateTime> date) {
  /** A date as headers write it; empty where it says no moment. */
  public static Optional<OffsetDateTime> date(String text) {
    return MailDate.parseWithZone(text);
  }

  /** A header's value that stands in a text, with its encoded words read. */
  public static String decoded(String text) {
    return EncodedWords.decode(text);
  }

  public Header {
    Objects.requireNonNull(from);
    Objects.requireNonNull(subject);
    Objects.requireNonNull(date);
  }
}
