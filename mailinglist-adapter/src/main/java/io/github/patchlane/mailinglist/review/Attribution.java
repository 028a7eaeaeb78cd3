package io.github.patchlane.mailinglist.review;

import io.github.patchlane.mailinglist.review.MailText.Line;
import java.util.regex.Pattern;

/** The line above a quote that tells whose words follow. */
final class Attribution {
  /** What the words of {@link #WROTE} end in, a bracket behind them aside. */
  private static final String[] WROTE_ENDS = {
    "wrote",
    "writes",
    "said",
    "schrieb",
    "schreef",
    "skrev",
    "crit",
    "escribi\u00f3",
    "scritto",
    "scrisse",
    "escreveu",
    "napsal",
    "napisa\u0142",
    "napisal",
    "\u043f\u0438\u0448\u0435\u0442",
    "\u043d\u0430\u043f\u0438\u0441\u0430\u043b",
    "kirjoitti",
    "yazd\u0131",
    "\u00edrta",
    "\u5199\u9053",
    "\u5beb\u9053",
    "\u66f8\u304d\u307e\u3057\u305f",
    "\u306e\u30e1\u30fc\u30eb"
  };

  private static final Pattern WROTE =
      Pattern.compile(
          "(wrote|writes|said|schrieb|schreef|skrev|a [e\u00e9]crit|escribi\u00f3|ha scritto|scrisse"
              + "|escreveu|napsal(\\(a\\))?|napisa[\u0142l](\\(a\\))?|\u043f\u0438\u0448\u0435\u0442|\u043d\u0430\u043f\u0438\u0441\u0430\u043b(\\(\u0430\\))?|kirjoitti|yazd\u0131|\u00edrta"
              + "|\u5199\u9053|\u5beb\u9053|\u66f8\u304d\u307e\u3057\u305f|\u306e\u30e1\u30fc\u30eb|wrote \\(.*\\))[^\\p{L}]*$",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern DATE = Pattern.compile("\\d{1,2}:\\d{2}|\\b(?:19|20)\\d{2}\\b");

  private Attribution() {}

  /** "On Monday, A wrote:", right above the quote; it may be broken over several lines. */
  static void drop(MailText text, int from, int to) {
    int end = to;
    while (end > from && !text.is(end - 1, Line.OWN)) {
      end--;
    }
    int start = end;
    while (start > from && end - start < 4 && text.is(start - 1, Line.OWN)) {
      start--;
    }
    // The shortest tail of the paragraph that reads as one.
    for (int i = end - 1; i >= start; i--) {
      if (isAttribution(text.join(i, end, Line.OWN), text.content(i))) {
        markNoise(text, i, end);
        return;
      }
    }
  }

  private static boolean isAttribution(String words, String first) {
    if (words.length() > 400) {
      return false;
    }
    if (words.startsWith("-----") || (words.startsWith("* ") && words.contains("@"))) {
      return words.contains("Original") || words.endsWith(":");
    }
    boolean wrote = endsWithWrote(words);
    char last = words.isEmpty() ? ' ' : words.charAt(words.length() - 1);
    boolean opens = last == ':' || last == '\uff1a' || wrote;
    if (!opens) {
      return false;
    }
    boolean address = words.indexOf('@') > 0;
    boolean date = DATE.matcher(words).find();
    if (!wrote) {
      return date && address;
    }
    // "He wrote:" alone is enough at a paragraph's start; a tail needs what an attribution begins
    // by.
    boolean begins =
        first.startsWith("On ")
            || first.startsWith("At ")
            || first.startsWith("Am ")
            || first.startsWith("Le ")
            || first.startsWith("El ")
            || first.startsWith("Quoting ")
            || address
            || date;
    return begins || Words.count(words) <= 8;
  }

  private static boolean endsWithWrote(String words) {
    String tail = words.substring(Math.max(0, words.length() - 24));
    return tail.endsWith(" wrote:") || (mayEndWithWrote(tail) && WROTE.matcher(tail).find());
  }

  /** Cheap, and false for nearly all words that {@link #WROTE} does not match. */
  private static boolean mayEndWithWrote(String tail) {
    if (tail.indexOf('(') >= 0) {
      return true;
    }
    int end = tail.length();
    while (end > 0 && !Character.isLetter(tail.charAt(end - 1))) {
      end--;
    }
    for (String word : WROTE_ENDS) {
      if (tail.regionMatches(true, end - word.length(), word, 0, word.length())) {
        return true;
      }
    }
    return false;
  }

  private static void markNoise(MailText text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.is(i, Line.OWN)) {
        text.mark(i, Line.NOISE);
      }
    }
  }
}
