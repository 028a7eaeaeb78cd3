package io.github.patchlane.mailinglist.review;

import io.github.patchlane.mailinglist.review.MailText.Line;
import java.util.List;
import java.util.Optional;

/**
 * The sentence behind a tag: it begins on the tag's line or the next, may run over several, and may
 * break off with dots to go on under a quote that it speaks of.
 */
final class WordsBehind {
  /** Nobody gives so many at once; beyond, a mail's tags are not looked at for each other. */
  private static final int MOST_TAGS = 20;

  /** What stands further away than this is not about a tag, unless a quote leads there. */
  private static final int MOST_LINES = 1000;

  private final MailText text;

  WordsBehind(MailText text) {
    this.text = text;
  }

  /**
   * Reads it.
   *
   * @param comment what stands behind the tag on its own line
   * @param next the line behind the tag
   * @param end behind the tag's paragraph
   * @param below the own paragraph after that one
   * @return empty where the tag stands for itself
   */
  String sentence(String comment, int next, int end, Optional<Paragraph> below) {
    String words = comment;
    boolean begun = !comment.isBlank() && !comment.endsWith(".");
    if (isOwn(next, end) && (begun || startsMidway(next))) {
      words = words + ' ' + text.join(next, own(next, end), Line.OWN);
    }
    words = words.strip();
    if (below.isPresent()) {
      String more = below.get().words();
      if (breaksOff(words) && startsWithDots(more) && quoteBetween(end, below.get().from())) {
        words = withoutDots(words) + ' ' + withoutDots(more);
      } else if (words.isEmpty()
          && isAfterthought(below.get())
          && onlyTags(next, end)
          && !quoteBetween(end, below.get().from())) {
        words = more;
      }
    }
    List<String> sentences = Words.sentences(words);
    return sentences.isEmpty() ? "" : sentences.get(0);
  }

  /** Where an offer may stand: in that sentence, the tag's paragraph, or right under it. */
  String offer(String comment, int next, int end, Optional<Paragraph> below) {
    String rest = isOwn(next, end) ? text.join(next, own(next, end), Line.OWN) : "";
    String under =
        below
            .filter(b -> !b.tagged() && onlyTags(next, end) && !quoteBetween(end, b.from()))
            .map(Paragraph::words)
            .orElse("");
    return sentence(comment, next, end, below) + ' ' + rest + ' ' + under;
  }

  private boolean isOwn(int line, int end) {
    return line < end && text.is(line, Line.OWN);
  }

  private boolean onlyTags(int from, int end) {
    if (end - from > MOST_TAGS) {
      return false;
    }
    for (int i = from; i < end; i++) {
      if (!text.is(i, Line.TAG)) {
        return false;
      }
    }
    return true;
  }

  private int own(int from, int end) {
    int to = from;
    while (isOwn(to, end)) {
      to++;
    }
    return to;
  }

  /** Whether the line goes on with a sentence, or comments in brackets. */
  boolean startsMidway(int line) {
    char c = text.at(line, 0);
    return c == '(' || c == '[' || c == '#' || (c >= 'a' && c <= 'z');
  }

  private boolean quoteBetween(int from, int to) {
    if (to - from > MOST_LINES) {
      return true;
    }
    for (int i = from; i < to; i++) {
      if (text.is(i, Line.QUOTE)) {
        return true;
      }
    }
    return false;
  }

  private static boolean breaksOff(String words) {
    return words.endsWith("...") || words.endsWith("\u2026");
  }

  private static boolean startsWithDots(String words) {
    return words.startsWith("...") || words.startsWith("\u2026");
  }

  private static String withoutDots(String words) {
    int from = 0;
    int to = words.length();
    while (from < to && isDot(words.charAt(from))) {
      from++;
    }
    while (to > from && isDot(words.charAt(to - 1))) {
      to--;
    }
    return words.substring(from, to).strip();
  }

  private static boolean isDot(char c) {
    return c == '.' || c == '\u2026';
  }

  /** "With the comment fixed." on its own, where no tag follows that it leads to. */
  private static boolean isAfterthought(Paragraph below) {
    return !below.tagged()
        && !below.words().endsWith(":")
        && below.words().regionMatches(true, 0, "with ", 0, 5);
  }
}
