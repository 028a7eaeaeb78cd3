package io.github.patchlane.mailinglist.series;

import static java.util.stream.Collectors.toSet;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** How titles are compared: people retype them, and mail programs fold them. */
public final class Titles {
  private Titles() {}

  /** Lower case, letters and digits only, one blank between words. */
  public static String plain(String title) {
    StringBuilder plain = new StringBuilder(title.length());
    for (int i = 0; i < title.length(); i++) {
      char c = title.charAt(i);
      if (Character.isLetterOrDigit(c)) {
        plain.append(Character.toLowerCase(c));
      } else if (plain.length() > 0 && plain.charAt(plain.length() - 1) != ' ') {
        plain.append(' ');
      }
    }
    int end = plain.length();
    return end > 0 && plain.charAt(end - 1) == ' ' ? plain.substring(0, end - 1) : plain.toString();
  }

  /** The share of words of two titles that are common, in [0, 1]. */
  static double overlap(Set<String> left, Set<String> right) {
    if (left.isEmpty() || right.isEmpty()) {
      return 0;
    }
    long both = left.stream().filter(right::contains).count();
    return (double) both / (left.size() + right.size() - both);
  }

  /**
   * Whether each title names something that the other one numbers differently: "add epoll_wait05",
   * "add epoll_wait06". Those are siblings, not rounds.
   */
  static boolean differInNumber(String a, String b) {
    Set<String> left = words(a);
    Set<String> right = words(b);
    Set<String> onlyRight = new HashSet<>(right);
    onlyRight.removeAll(left);
    Set<String> onlyLeft = new HashSet<>(left);
    onlyLeft.removeAll(right);
    Set<String> stems =
        onlyLeft.stream().filter(Titles::numbered).map(Titles::stem).collect(toSet());
    return onlyRight.stream().filter(Titles::numbered).map(Titles::stem).anyMatch(stems::contains);
  }

  private static boolean numbered(String word) {
    return Character.isDigit(word.charAt(word.length() - 1));
  }

  private static String stem(String word) {
    int end = word.length();
    while (end > 0 && Character.isDigit(word.charAt(end - 1))) {
      end--;
    }
    return word.substring(0, end);
  }

  /** The words that tell: of three letters or more. */
  static Set<String> words(String title) {
    Set<String> words = new HashSet<>();
    for (String word : plain(title.toLowerCase(Locale.ROOT)).split(" ", -1)) {
      if (word.length() > 2) {
        words.add(word);
      }
    }
    return words;
  }
}
