package io.github.patchlane.mailinglist.review;

import io.github.patchlane.core.contribution.Person;
import io.github.patchlane.mailinglist.review.MailText.Line;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Greetings and closings: own words that say nothing of the patch. */
final class Courtesies {
  private static final Set<String> GREETINGS =
      Set.of(
          "hi",
          "hello",
          "hey",
          "dear",
          "hallo",
          "bonjour",
          "hola",
          "ahoj",
          "ciao",
          "moin",
          "hi!",
          "hi,",
          "hello,",
          "hello!",
          "hey,",
          "hi.",
          "greetings",
          "morning",
          "morning,",
          "good");
  private static final Set<String> CLOSINGS =
      Set.of(
          "regards",
          "best",
          "kind",
          "cheers",
          "thanks",
          "thank",
          "thx",
          "thanx",
          "many",
          "ciao",
          "sincerely",
          "yours",
          "greetings",
          "br",
          "gruss",
          "cordialement",
          "with",
          "warm",
          "tia",
          "mit");

  /** What may stand in a closing line beside the words that begin one. */
  private static final Set<String> CLOSING_FILLERS =
      Set.of(
          "you",
          "wishes",
          "and",
          "in",
          "advance",
          "a",
          "lot",
          "again",
          "very",
          "much",
          "so",
          "the",
          "freundlichen",
          "gruessen",
          "all",
          "for");

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{Nd}]+");
  private static final Pattern PET_NAME = Pattern.compile("\\s*\\p{L}+");

  private Courtesies() {}

  static void dropGreeting(MailText text, int from, int to) {
    int line = from;
    while (line < to && !text.says(line)) {
      line++;
    }
    if (line == to || !text.is(line, Line.OWN) || text.length(line) > 60) {
      return;
    }
    String words = text.content(line).strip().toLowerCase(Locale.ROOT);
    String firstWord = words.substring(0, firstWordEnd(words));
    boolean greets =
        GREETINGS.contains(firstWord)
            || GREETINGS.contains(firstWord.substring(0, Math.max(0, firstWord.length() - 1)));
    boolean ends =
        words.endsWith(",") || words.endsWith("!") || words.endsWith(":") || words.endsWith(".");
    boolean time =
        !words.startsWith("good")
            || words.startsWith("good morning")
            || words.startsWith("good day")
            || words.startsWith("good afternoon")
            || words.startsWith("good evening");
    int count = Words.count(words);
    if (greets && time && (count <= 3 || (ends && count <= 8))) {
      text.mark(line, Line.NOISE);
    }
  }

  private static int firstWordEnd(String words) {
    int end = 0;
    while (end < words.length() && !Character.isWhitespace(words.charAt(end))) {
      end++;
    }
    return end;
  }

  /** "Kind regards, A" and the like, from the block's end upward. */
  static void dropClosing(MailText text, int from, int to, Person sender) {
    Set<String> names = Names.words(sender.name());
    int checked = 0;
    for (int i = to - 1; i >= from && checked < 4; i--) {
      if (text.is(i, Line.BLANK) || text.is(i, Line.OUTSIDE) || text.is(i, Line.NOISE)) {
        continue;
      }
      if (!text.is(i, Line.OWN) || text.length(i) > 60) {
        return;
      }
      checked++;
      if (!closes(text.content(i), names)) {
        return;
      }
      text.mark(i, Line.NOISE);
    }
  }

  private static boolean closes(String line, Set<String> names) {
    String low = line.strip().toLowerCase(Locale.ROOT);
    if (low.isEmpty()) {
      return true;
    }
    Set<String> words = Names.words(low);
    if (words.isEmpty()) {
      // An initial, a dash.
      return low.length() <= 3 && !low.contains("+") && !low.contains("?");
    }
    if (names.containsAll(words)) {
      return true;
    }
    String[] parts = BETWEEN_WORDS.split(low, -1);
    String first = parts[0].isEmpty() && parts.length > 1 ? parts[1] : parts[0];
    boolean closing =
        CLOSINGS.contains(first)
            && words.stream()
                .allMatch(
                    w -> CLOSINGS.contains(w) || CLOSING_FILLERS.contains(w) || names.contains(w));
    boolean pet =
        Character.isWhitespace(line.charAt(0))
            && parts.length <= 2
            && PET_NAME.matcher(low).matches();
    return closing || pet;
  }
}
