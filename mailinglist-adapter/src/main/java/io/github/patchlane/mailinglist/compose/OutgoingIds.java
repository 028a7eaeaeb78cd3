package io.github.patchlane.mailinglist.compose;

import io.github.patchlane.core.contribution.ContributionId;
import io.github.patchlane.core.contribution.MessageId;
import io.github.patchlane.core.contribution.SourceId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Message-IDs that depend on nothing but what the mail is: composed again, on any machine, a mail
 * has the id that it had, so that nobody gets it twice. What was a mail before keeps its own.
 */
final class OutgoingIds {
  private static final String NOWHERE = "patchlane.invalid";

  private final String place;
  private final String host;

  OutgoingIds(ContributionId contribution) {
    String name = contribution.value().substring(contribution.value().indexOf(':') + 1);
    int slash = name.indexOf('/');
    boolean atForge = slash > 0 && name.indexOf('!') > slash && isHost(name.substring(0, slash));
    this.host = atForge ? name.substring(0, slash) : NOWHERE;
    this.place =
        atForge
            ? name.substring(slash + 1).replaceAll("[^A-Za-z0-9]+", ".")
            : digest(contribution.value());
  }

  private static boolean isHost(String text) {
    return text.chars()
        .allMatch(c -> c == '.' || c == '-' || (c < 128 && Character.isLetterOrDigit(c)));
  }

  /** Where mail about it is addressed from when its writer has no address. */
  String host() {
    return host;
  }

  /**
   * The id of one posting or note.
   *
   * @param role what it is in the contribution: {@code v2-cover}, {@code v2-3}, {@code note}
   * @param source its name where it was written
   * @param content what tells one wording from an edited one; empty where the name says it all
   */
  MessageId of(String role, SourceId source, String content) {
    if (source instanceof MessageId mail) {
      return mail;
    }
    return new MessageId(
        role + '.' + digest(source.value() + '\n' + content) + '.' + place + '@' + host);
  }

  /** Sixteen hex digits of a text. */
  static String digest(String text) {
    try {
      byte[] whole =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(whole, 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
