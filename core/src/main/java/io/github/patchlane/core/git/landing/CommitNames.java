package io.github.patchlane.core.git.landing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Commits that a commit message speaks of: those it reverts, {@code This reverts commit 1234567},
 * and those it was picked from, in the words of git and of the stable trees of Linux and Xen.
 */
final class CommitNames {
  private static final int SHORTEST = 7;
  private static final int LONGEST = 64;
  private static final List<String> REVERTS =
      List.of("reverts commit", "reverted commit", "this reverts", "reverts the commit");
  private static final List<String> PICKED =
      List.of(
          "cherry picked from commit",
          "cherry-picked from commit",
          "cherry picked from",
          "cherry-picked from",
          "backported from commit",
          "backport of commit",
          "upstream commit",
          "upstream-commit:",
          "master commit:");

  private CommitNames() {}

  /** The names of what the message says it undoes; the second line of a list of names included. */
  static List<String> undone(String body) {
    if (!body.toLowerCase(Locale.ROOT).contains("revert")) {
      return List.of();
    }
    List<String> names = new ArrayList<>();
    boolean goesOn = false;
    for (String line : body.lines().toList()) {
      String lower = line.toLowerCase(Locale.ROOT);
      int at = after(lower, REVERTS);
      List<String> here = at >= 0 ? hexWords(lower, at) : goesOn ? hexWords(lower, 0) : List.of();
      names.addAll(here);
      goesOn = (at >= 0 || !here.isEmpty()) && !lower.stripTrailing().endsWith(".");
    }
    return names.stream().distinct().toList();
  }

  /** The names behind {@code (cherry picked from commit} and its kin. */
  static List<String> picked(String body) {
    String all = body.toLowerCase(Locale.ROOT);
    if (!all.contains("commit") && !all.contains("cherry")) {
      return List.of();
    }
    List<String> names = new ArrayList<>();
    for (String line : body.lines().toList()) {
      String lower = line.toLowerCase(Locale.ROOT).strip();
      int at = after(lower, PICKED);
      if (at >= 0) {
        hexWords(lower, at).stream().findFirst().ifPresent(names::add);
      } else if (lower.startsWith("commit ") && lower.contains(" upstream")) {
        hexWords(lower, 0).stream().findFirst().ifPresent(names::add);
      }
    }
    return names.stream().distinct().toList();
  }

  private static int after(String line, List<String> phrases) {
    for (String phrase : phrases) {
      int at = line.indexOf(phrase);
      if (at >= 0) {
        return at + phrase.length();
      }
    }
    return -1;
  }

  private static List<String> hexWords(String line, int from) {
    List<String> words = new ArrayList<>();
    int start = from;
    for (int i = from; i <= line.length(); i++) {
      if (i == line.length() || !Character.isLetterOrDigit(line.charAt(i))) {
        if (i - start >= SHORTEST && i - start <= LONGEST && isHex(line, start, i)) {
          words.add(line.substring(start, i));
        }
        start = i + 1;
      }
    }
    return words;
  }

  private static boolean isHex(String text, int from, int to) {
    boolean digit = false;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (Character.digit(c, 16) < 0 || c > 'f') {
        return false;
      }
      digit |= c <= '9';
    }
    // "defaced" and "effaced" are words.
    return digit;
  }
}
