package io.github.patchlane.mailinglist.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Set;

/**
 * The line that opens a mail in an mbox: {@code From sender date}, the date as C's {@code asctime}
 * writes it, a zone allowed before or after the year. The sender may hold spaces, for Pipermail
 * writes {@code a at example.org}.
 */
final class FromLine {
  private static final int LONGEST = 500;
  private static final Set<String> DAYS = Set.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");
  private static final Set<String> MONTHS =
      Set.of("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");

  private FromLine() {}

  /** Whether the bytes begin as every separator does; cheap, to be asked of each line. */
  static boolean begins(byte[] bytes, int from, int to) {
    return to - from > 5
        && bytes[from] == 'F'
        && bytes[from + 1] == 'r'
        && bytes[from + 2] == 'o'
        && bytes[from + 3] == 'm'
        && bytes[from + 4] == ' ';
  }

  /** Whether the line, given without its line end, is a separator. */
  static boolean is(byte[] bytes, int from, int to) {
    if (!begins(bytes, from, to) || to - from > LONGEST) {
      return false;
    }
    String[] words = words(bytes, from, to);
    for (int i = 2; i + 4 < words.length; i++) {
      if (isDate(words, i)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a separator names its sender as Pipermail does. */
  static boolean isPipermail(byte[] bytes, int from, int to) {
    String[] words = words(bytes, from, to);
    return words.length > 2 && words[2].equals("at");
  }

  private static String[] words(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, ISO_8859_1).strip().split(" +");
  }

  private static boolean isDate(String[] words, int at) {
    if (!DAYS.contains(words[at])
        || !MONTHS.contains(words[at + 1])
        || !isNumber(words[at + 2], 1, 2)
        || !isTime(words[at + 3])) {
      return false;
    }
    for (int year = at + 4; year < Math.min(words.length, at + 7); year++) {
      if (isNumber(words[year], 4, 4)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isTime(String word) {
    int colon = word.indexOf(':');
    if (colon < 1 || !isNumber(word.substring(0, colon), 1, 2)) {
      return false;
    }
    String rest = word.substring(colon + 1);
    return isNumber(rest, 2, 2)
        || (rest.length() == 5
            && rest.charAt(2) == ':'
            && isNumber(rest.substring(0, 2), 2, 2)
            && isNumber(rest.substring(3), 2, 2));
  }

  private static boolean isNumber(String word, int shortest, int longest) {
    return word.length() >= shortest
        && word.length() <= longest
        && word.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
