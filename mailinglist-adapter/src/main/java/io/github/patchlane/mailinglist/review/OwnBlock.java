package io.github.patchlane.mailinglist.review;

import io.github.patchlane.core.contribution.Person;
import io.github.patchlane.mailinglist.review.MailText.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the sender wrote between two quotes.
 *
 * @param from its first line
 * @param to behind its last line
 * @param last whether no quote follows
 */
record OwnBlock(int from, int to, boolean last, List<Paragraph> paragraphs) {
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
  private static final Set<String> CLOSING_WORDS =
      Set.of(
          "regards",
          "best",
          "kind",
          "cheers",
          "thanks",
          "thank",
          "you",
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
          "mit",
          "all",
          "for");
  private static final Pattern WROTE =
      Pattern.compile(
          "(wrote|writes|said|schrieb|schreef|skrev|a [e\u00e9]crit|escribi\u00f3|ha scritto|scrisse"
              + "|escreveu|napsal(\\(a\\))?|napisa[\u0142l](\\(a\\))?|\u043f\u0438\u0448\u0435\u0442|\u043d\u0430\u043f\u0438\u0441\u0430\u043b(\\(\u0430\\))?|kirjoitti|yazd\u0131|\u00edrta"
              + "|\u5199\u9053|\u5beb\u9053|\u66f8\u304d\u307e\u3057\u305f|\u306e\u30e1\u30fc\u30eb|wrote \\(.*\\))[^\\p{L}]*$",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern DATE = Pattern.compile("\\d{1,2}:\\d{2}|\\b(?:19|20)\\d{2}\\b");

  static List<OwnBlock> of(MailText text, Person sender) {
    List<OwnBlock> blocks = new ArrayList<>();
    int line = 0;
    while (line < text.size()) {
      if (text.is(line, Line.QUOTE)) {
        line++;
        continue;
      }
      int end = line;
      boolean any = false;
      while (end < text.size() && !text.is(end, Line.QUOTE)) {
        any |= text.is(end, Line.OWN) || text.is(end, Line.TAG);
        end++;
      }
      if (any) {
        blocks.add(block(text, line, end, sender));
      }
      line = end;
    }
    return blocks;
  }

  private static OwnBlock block(MailText text, int from, int to, Person sender) {
    boolean last = to == text.size();
    if (!last) {
      dropAttribution(text, from, to);
    }
    dropGreeting(text, from, to);
    if (last || !text.is(from - 1, Line.QUOTE)) {
      dropClosing(text, from, to, sender);
    }
    List<Paragraph> paragraphs = new ArrayList<>();
    int line = from;
    while (line < to) {
      if (!isWord(text, line)) {
        line++;
        continue;
      }
      int end = line;
      boolean tagged = false;
      while (end < to && isWord(text, end)) {
        tagged |= text.is(end, Line.TAG);
        end++;
      }
      String words = text.join(line, end, Line.OWN);
      paragraphs.add(new Paragraph(line, end, hasWord(words) ? words : "", tagged));
      line = end;
    }
    return new OwnBlock(from, to, last, List.copyOf(paragraphs));
  }

  private static boolean isWord(MailText text, int line) {
    return text.is(line, Line.OWN) || text.is(line, Line.TAG);
  }

  private static boolean hasWord(String words) {
    return words.codePoints().anyMatch(Character::isLetterOrDigit)
        || words.contains(":)")
        || words.contains("?");
  }

  /** "On Monday, A wrote:", right above the quote; it may be broken over several lines. */
  private static void dropAttribution(MailText text, int from, int to) {
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
    boolean wrote = WROTE.matcher(words.substring(Math.max(0, words.length() - 24))).find();
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

  private static void dropGreeting(MailText text, int from, int to) {
    int line = from;
    while (line < to && !isWord(text, line)) {
      line++;
    }
    if (line == to || !text.is(line, Line.OWN) || text.length(line) > 60) {
      return;
    }
    String words = text.content(line).strip().toLowerCase(Locale.ROOT);
    String firstWord = words.split("\\s", 2)[0];
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

  /** "Kind regards, A" and the like, from the block's end upward. */
  private static void dropClosing(MailText text, int from, int to, Person sender) {
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
    String[] parts = low.split("[^\\p{L}\\p{Nd}]+", -1);
    if (words.isEmpty()) {
      // An initial, a dash.
      return low.length() <= 3 && !low.contains("+") && !low.contains("?");
    }
    boolean named = names.containsAll(words);
    String first = parts[0].isEmpty() && parts.length > 1 ? parts[1] : parts[0];
    boolean closing =
        CLOSINGS.contains(first)
            && words.stream().allMatch(w -> CLOSING_WORDS.contains(w) || names.contains(w));
    boolean pet =
        Character.isWhitespace(line.charAt(0)) && parts.length <= 2 && low.matches("\\s*\\p{L}+");
    return named || closing || pet;
  }

  private static void markNoise(MailText text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.is(i, Line.OWN)) {
        text.mark(i, Line.NOISE);
      }
    }
  }

  /** Whether there are words besides trailers. */
  boolean says() {
    return paragraphs.stream().anyMatch(p -> !p.words().isEmpty());
  }

  boolean tagged() {
    return paragraphs.stream().anyMatch(Paragraph::tagged);
  }
}
