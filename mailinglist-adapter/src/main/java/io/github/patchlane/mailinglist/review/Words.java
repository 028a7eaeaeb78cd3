package io.github.patchlane.mailinglist.review;

import java.util.ArrayList;
import java.util.List;

/** Prose cut into sentences. */
final class Words {
  private Words() {}

  /** Sentences with the mark that ends them; a dot inside a word or number ends none. */
  static List<String> sentences(String prose) {
    List<String> found = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < prose.length(); i++) {
      char c = prose.charAt(i);
      boolean mark = c == '.' || c == '!' || c == '?';
      if (mark && (i + 1 == prose.length() || prose.charAt(i + 1) == ' ')) {
        add(found, prose.substring(from, i + 1));
        from = i + 1;
      }
    }
    add(found, prose.substring(from));
    return found;
  }

  private static void add(List<String> found, String sentence) {
    String bare = sentence.strip();
    if (!bare.isEmpty()) {
      found.add(bare);
    }
  }

  /** The last sentences of a text, at most that many, as one string. */
  static String lastSentences(String prose, int count) {
    List<String> all = sentences(prose);
    return String.join(" ", all.subList(Math.max(0, all.size() - count), all.size()));
  }

  /** Whether any of the parts stands in the text: a look before a pattern is tried. */
  static boolean containsAny(String text, List<String> parts) {
    for (String part : parts) {
      if (text.contains(part)) {
        return true;
      }
    }
    return false;
  }

  static int count(String text) {
    int words = 0;
    boolean inside = false;
    for (int i = 0; i < text.length(); i++) {
      boolean letter = !MailText.isSpace(text.charAt(i));
      words += letter && !inside ? 1 : 0;
      inside = letter;
    }
    return words;
  }
}
