package io.github.patchlane.gitlab.posting;

import io.github.patchlane.core.contribution.SourceId;
import io.github.patchlane.gitlab.written.WrittenText;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * The last line of everything that is posted, invisible on the page: which mail it carries, of
 * which revision, and which part of it. By it a later run finds again what is there.
 *
 * @param line {@code <!-- patchlane:v1 mid=<…> rev=2 part=text -->}
 */
record Marker(String line) {
  /**
   * Names a part.
   *
   * @param part a word of ours
   */
  static Marker of(SourceId mail, int revision, String part) {
    return new Marker(
        WrittenText.MARK_START
            + "mid=<"
            + encoded(mail.value())
            + "> rev="
            + revision
            + " part="
            + part
            + WrittenText.MARK_END);
  }

  /** The marker under a text, where it has one. */
  static Optional<Marker> of(String body) {
    return WrittenText.mark(body).map(Marker::new);
  }

  String under(String text) {
    return text + "\n\n" + line;
  }

  /** A message-id may hold anything, the end of a comment and a mention included. */
  private static String encoded(String id) {
    StringBuilder safe = new StringBuilder();
    byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < bytes.length; i++) {
      char c = (char) (bytes[i] & 0xff);
      boolean word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      boolean inside = i > 0 && isWord(bytes[i - 1]) && (c == '@' || c == '-' || c == '.');
      if (word || inside || c == '_' || c == '=') {
        safe.append(c);
      } else {
        safe.append('%').append(String.format(Locale.ROOT, "%02X", (int) c));
      }
    }
    return safe.toString();
  }

  private static boolean isWord(byte b) {
    return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9');
  }
}
