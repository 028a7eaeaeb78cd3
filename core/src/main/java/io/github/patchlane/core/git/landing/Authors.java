package io.github.patchlane.core.git.landing;

import io.github.patchlane.core.contribution.Person;
import java.text.Normalizer;
import java.util.Locale;

/** When two mentions may be one author: the same address, or the same name. */
final class Authors {
  private Authors() {}

  static boolean same(Person a, Person b) {
    if (!a.email().isEmpty() && a.email().equalsIgnoreCase(b.email())) {
      return true;
    }
    String name = normalised(a.name());
    return !name.isEmpty() && name.equals(normalised(b.name()));
  }

  /** Without accents, case, {@code via LIST} and the comma of {@code Last, First}. */
  static String normalised(String name) {
    String plain = name;
    int via = plain.indexOf(" via ");
    if (via > 0) {
      plain = plain.substring(0, via);
    }
    int comma = plain.indexOf(',');
    if (comma > 0 && comma == plain.lastIndexOf(',')) {
      plain = plain.substring(comma + 1) + ' ' + plain.substring(0, comma);
    }
    StringBuilder letters = new StringBuilder(plain.length());
    String decomposed = Normalizer.normalize(plain, Normalizer.Form.NFD);
    for (int i = 0; i < decomposed.length(); i++) {
      char c = decomposed.charAt(i);
      if (Character.isWhitespace(c)) {
        if (letters.length() > 0 && letters.charAt(letters.length() - 1) != ' ') {
          letters.append(' ');
        }
      } else if (Character.isLetterOrDigit(c)) {
        letters.append(c);
      }
    }
    return letters.toString().strip().toLowerCase(Locale.ROOT);
  }
}
