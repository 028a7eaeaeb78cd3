package io.github.patchlane.mailinglist.series;

import java.util.List;

/**
 * A reply whose subject does not say so: pipermail's text archives and some web clients take the
 * {@code Re:} away, and "[PATCH v2] title" is all that is left of it.
 */
final class UnmarkedReply {
  /** A greeting, and "On … wrote:" broken over a few lines, may stand above the quote. */
  private static final int OPENING_LINES = 6;

  private UnmarkedReply() {}

  /**
   * Whether a tagged mail that answers another is a reply all the same. A mail without a change is
   * one if it quotes anything; covers have none and may quote what they speak of, so a cover is one
   * only if it opens with a quote under its "wrote:". So is a mail with a change, which is then a
   * suggestion, unless its sender signs it off or cuts the talk from it with scissors.
   */
  static boolean is(PatchText patch, SubjectLine subject) {
    String text = patch.text();
    if (patch.diff().isPresent()) {
      return opensWithQuote(text) && text.lines().noneMatch(UnmarkedReply::isForTheCommit);
    }
    return (subject.isCover() || subject.pull()) ? opensWithQuote(text) : quotes(text);
  }

  private static boolean isForTheCommit(String line) {
    return line.startsWith("Signed-off-by:") || Scissors.at(line, 0, line.length());
  }

  private static boolean quotes(String text) {
    return text.lines().anyMatch(UnmarkedReply::isQuoted);
  }

  private static boolean opensWithQuote(String text) {
    List<String> opening =
        text.lines().filter(line -> !line.isBlank()).limit(OPENING_LINES + 1L).toList();
    for (int i = 1; i < opening.size(); i++) {
      if (isQuoted(opening.get(i)) && opening.get(i - 1).strip().endsWith(":")) {
        return true;
      }
    }
    return false;
  }

  private static boolean isQuoted(String line) {
    return line.startsWith(">");
  }
}
