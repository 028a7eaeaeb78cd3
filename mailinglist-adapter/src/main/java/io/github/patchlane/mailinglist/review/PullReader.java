package io.github.patchlane.mailinglist.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the text that {@code git request-pull} makes, of any age. */
final class PullReader {
  private PullReader() {}

  static Optional<PullRequest> read(MailText text) {
    if (!text.mentions("The following changes since commit ")) {
      return Optional.empty();
    }
    String since = "";
    String place = "";
    String upTo = "";
    List<String> subjects = new ArrayList<>();
    for (int i = 0; i < text.size(); i++) {
      if (text.depth(i) > 0) {
        continue;
      }
      String line = text.content(i).strip();
      if (line.startsWith("The following changes since commit ")) {
        since = word(line.substring("The following changes since commit ".length()));
      } else if (line.toLowerCase(java.util.Locale.ROOT)
              .contains("available in the git repository at")
          && place.isEmpty()) {
        place = nextWords(text, i);
      } else if (line.startsWith("for you to fetch changes up to ")) {
        upTo = word(line.substring("for you to fetch changes up to ".length()));
      } else if (!upTo.isEmpty() || !place.isEmpty()) {
        subject(text, i).ifPresent(subjects::add);
      }
    }
    if (since.isEmpty() || place.isEmpty()) {
      return Optional.empty();
    }
    String[] parts = place.split("\\s+", 2);
    return Optional.of(
        new PullRequest(since, parts[0], parts.length > 1 ? parts[1] : "", upTo, subjects));
  }

  private static String nextWords(MailText text, int line) {
    for (int i = line + 1; i < text.size() && i < line + 4; i++) {
      String content = text.content(i).strip();
      if (!content.isEmpty()) {
        return content;
      }
    }
    return "";
  }

  /** A line of the shortlog: indented under {@code Author (n):}. */
  private static Optional<String> subject(MailText text, int i) {
    if (text.length(i) < 7 || !text.startsWith(i, "      ")) {
      return Optional.empty();
    }
    for (int j = i - 1; j >= 0 && !text.blank(j); j--) {
      if (!text.startsWith(j, "  ")) {
        boolean author = text.content(j).endsWith("):") && text.contains(j, " (");
        return author ? Optional.of(text.content(i).strip()) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static String word(String text) {
    String[] words = text.strip().split("[\\s:]", 2);
    return words[0];
  }
}
