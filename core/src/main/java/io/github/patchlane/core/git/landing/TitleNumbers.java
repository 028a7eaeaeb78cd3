package io.github.patchlane.core.git.landing;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Titles that number what they name differently, {@code epoll_wait05} and {@code epoll_wait06} or
 * {@code bump to 1.3} and {@code bump to 1.4}, are of siblings.
 */
final class TitleNumbers {
  private TitleNumbers() {}

  static boolean differ(String a, String b) {
    Set<String> left = numbered(a);
    Set<String> right = numbered(b);
    Set<String> both = new HashSet<>(left);
    both.retainAll(right);
    left.removeAll(both);
    right.removeAll(both);
    Set<String> stems = left.stream().map(TitleNumbers::stem).collect(Collectors.toSet());
    return right.stream().map(TitleNumbers::stem).anyMatch(stems::contains);
  }

  private static Set<String> numbered(String title) {
    Set<String> words = new HashSet<>();
    StringBuilder word = new StringBuilder();
    String plain = ComparableTitle.of(title) + " ";
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (Character.isLetterOrDigit(c) || c == '_') {
        word.append(c);
      } else if (word.length() > 0) {
        if (Character.isDigit(word.charAt(word.length() - 1))) {
          words.add(word.toString());
        }
        word.setLength(0);
      }
    }
    return words;
  }

  private static String stem(String word) {
    int end = word.length();
    while (end > 0 && Character.isDigit(word.charAt(end - 1))) {
      end--;
    }
    return word.substring(0, end);
  }
}
