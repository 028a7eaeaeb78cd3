package io.github.patchlane.core.git.landing;

import io.github.patchlane.core.contribution.MessageId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The mails and pages that a commit message's trailers name: {@code Link:
 * https://lore.kernel.org/r/MID}, {@code Message-ID: <MID>} and their kin, anywhere in the message,
 * since some projects put them above the sign-offs.
 *
 * <p>{@code Closes:} and {@code Reported-by:} name reports, not patches, and are left out.
 */
final class MessageLinks {
  private static final Set<String> TOKENS =
      Set.of("link", "message-id", "msgid", "patch-link", "patchwork", "discussion");

  private MessageLinks() {}

  /**
   * Every address as it stands, and every message-id: a path segment or parameter of an address, or
   * a bare value, that has an {@code @}.
   */
  static List<String> in(String message) {
    List<String> names = new ArrayList<>();
    message.lines().forEach(line -> read(line, names));
    return names.stream().distinct().toList();
  }

  private static void read(String line, List<String> names) {
    int colon = line.indexOf(':');
    if (colon < 1
        || colon > 12
        || !TOKENS.contains(line.substring(0, colon).toLowerCase(Locale.ROOT))) {
      return;
    }
    String value = firstWord(line.substring(colon + 1).strip());
    if (value.contains("://")) {
      names.add(value);
    }
    MessageId.namedIn(value).forEach(mail -> names.add(mail.value()));
  }

  /** What follows is a remark: {@code # v2}, {@code [1]}. */
  private static String firstWord(String value) {
    int end = 0;
    while (end < value.length() && !Character.isWhitespace(value.charAt(end))) {
      end++;
    }
    String word = value.substring(0, end);
    return word.startsWith("<") && word.endsWith(">") && word.length() > 2
        ? word.substring(1, word.length() - 1)
        : word;
  }
}
