package io.github.patchlane.mailinglist.review;

import io.github.patchlane.core.contribution.Person;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether two mentions are one person, as far as the mentions alone can tell. */
final class Names {
  private static final Set<String> SHARED =
      Set.of(
          "linux",
          "kernel",
          "patches",
          "patch",
          "maintainer",
          "admin",
          "support",
          "developer",
          "contact",
          "hello",
          "noreply",
          "no-reply",
          "lists",
          "github",
          "gitlab");

  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

  private Names() {}

  /** The same address but for case and {@code +tag}, or the same name in any order of its words. */
  static boolean agree(Person a, Person b) {
    if (!a.email().isEmpty() && address(a.email()).equals(address(b.email()))) {
      return true;
    }
    if (sameMailbox(a.email(), b.email())) {
      return true;
    }
    Set<String> first = words(a.name());
    Set<String> second = words(b.name());
    // A middle name may be left out; a single word is too little to go by where both have an
    // address.
    boolean inside = first.containsAll(second) || second.containsAll(first);
    int shared = Math.min(first.size(), second.size());
    return inside && (shared > 1 || (shared == 1 && (a.email().isEmpty() || first.equals(second))));
  }

  /** One person's name at two hosts: {@code jdoe@example.org} and {@code jdoe@example.com}. */
  private static boolean sameMailbox(String a, String b) {
    String first = mailbox(a);
    return first.length() > 4 && !SHARED.contains(first) && first.equals(mailbox(b));
  }

  private static String mailbox(String email) {
    String address = address(email);
    return address.substring(0, Math.max(0, address.lastIndexOf('@')));
  }

  private static String address(String email) {
    String low = email.toLowerCase(Locale.ROOT);
    int at = low.lastIndexOf('@');
    int plus = low.indexOf('+');
    return plus > 0 && plus < at ? low.substring(0, plus) + low.substring(at) : low;
  }

  static Set<String> words(String name) {
    String plain = name;
    if (!isAscii(name)) {
      plain = ACCENTS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
    }
    int via = plain.lastIndexOf(" via ");
    plain = via > 0 ? plain.substring(0, via) : plain;
    return split(plain.toLowerCase(Locale.ROOT));
  }

  private static Set<String> split(String low) {
    Set<String> words = new HashSet<>();
    int start = 0;
    for (int at = 0; at <= low.length(); ) {
      int c = at < low.length() ? low.codePointAt(at) : ' ';
      if (!Character.isLetter(c) && !Character.isDigit(c)) {
        // Initials come and go.
        if (at - start > 1) {
          words.add(low.substring(start, at));
        }
        start = at + Character.charCount(c);
      }
      at += Character.charCount(c);
    }
    return words;
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > 127) {
        return false;
      }
    }
    return true;
  }
}
