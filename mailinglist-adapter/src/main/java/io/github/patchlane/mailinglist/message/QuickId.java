package io.github.patchlane.mailinglist.message;

import io.github.patchlane.core.contribution.MessageId;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Finds a {@code Message-ID} in a header without reading the rest of it. */
final class QuickId {
  private static final String NAME = "message-id:";

  private QuickId() {}

  /** Only what cannot be read otherwise: one field, one pair of brackets, no blanks in it. */
  static Optional<MessageId> of(byte[] mail) {
    int at = 0;
    while (at < mail.length && mail[at] != '\n' && mail[at] != '\r') {
      int end = at;
      while (end < mail.length && mail[end] != '\n') {
        end++;
      }
      if (isField(mail, at, end)) {
        return value(mail, at + NAME.length(), end);
      }
      at = end + 1;
    }
    return Optional.empty();
  }

  private static boolean isField(byte[] mail, int start, int end) {
    if (end - start < NAME.length()) {
      return false;
    }
    for (int i = 0; i < NAME.length(); i++) {
      if (HeaderText.lower(mail[start + i]) != NAME.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static Optional<MessageId> value(byte[] mail, int start, int end) {
    String text = new String(mail, start, end - start, StandardCharsets.ISO_8859_1).strip();
    boolean usual =
        text.length() > 2
            && text.startsWith("<")
            && text.endsWith(">")
            && text.indexOf('@') > 1
            && text.indexOf('@') < text.length() - 2
            && text.chars()
                .skip(1)
                .limit(text.length() - 2L)
                .allMatch(c -> c > ' ' && c < 0x7f && c != '<' && c != '>');
    return usual
        ? Optional.of(new MessageId(text.substring(1, text.length() - 1)))
        : Optional.empty();
  }
}
