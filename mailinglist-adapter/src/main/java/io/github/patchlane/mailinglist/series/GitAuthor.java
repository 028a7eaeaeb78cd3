package io.github.patchlane.mailinglist.series;

import io.github.patchlane.core.contribution.Person;
import java.util.Optional;

/**
 * Takes a {@code From} field apart as {@code git mailinfo} does: what stands around the first
 * {@code @} is the address, the rest is the name.
 */
final class GitAuthor {
  private static final int LONGEST_NAME = 60;

  private GitAuthor() {}

  /** Empty where the field names nobody. */
  static Optional<Person> parse(String field) {
    String plain = unquoted(field);
    int at = plain.indexOf('@');
    if (at < 0) {
      return bracketed(field);
    }
    int start = at;
    while (start > 0 && !isSpace(plain.charAt(start - 1)) && plain.charAt(start - 1) != '<') {
      start--;
    }
    int end = start;
    while (end < plain.length() && !isSpace(plain.charAt(end)) && plain.charAt(end) != '>') {
      end++;
    }
    String email = plain.substring(start, end);
    boolean opened = start > 0 && plain.charAt(start - 1) == '<';
    String before = plain.substring(0, opened ? start - 1 : start);
    String after = end < plain.length() ? plain.substring(end + 1) : "";
    String name = collapsed(before + (opened ? " " : "") + after);
    if (name.length() > 1 && name.startsWith("(") && name.endsWith(")")) {
      name = name.substring(1, name.length() - 1);
    }
    return Optional.of(new Person(sane(name, email), email));
  }

  /** {@code Jane <jane>}: no address, but what stands in its place. */
  private static Optional<Person> bracketed(String field) {
    int open = field.indexOf('<');
    int close = open < 0 ? -1 : field.indexOf('>', open);
    if (close < 0) {
      return Optional.empty();
    }
    String email = field.substring(open + 1, close);
    return Optional.of(new Person(sane(field.substring(0, open).strip(), email), email));
  }

  /** What can be no name gives way to the address. Git counts a name's bytes. */
  private static String sane(String name, String email) {
    boolean odd =
        name.isEmpty()
            || name.getBytes(java.nio.charset.StandardCharsets.UTF_8).length > LONGEST_NAME
            || name.chars().anyMatch(c -> c == '@' || c == '<' || c == '>');
    return odd ? email : name;
  }

  /** Without quotes, and with a backslash only where it stands for itself. */
  private static String unquoted(String field) {
    StringBuilder out = new StringBuilder(field.length());
    boolean quoted = false;
    int depth = 0;
    for (int i = 0; i < field.length(); i++) {
      char c = field.charAt(i);
      if ((quoted || depth > 0) && c == '\\' && i + 1 < field.length()) {
        out.append(field.charAt(++i));
      } else if (depth == 0 && c == '"') {
        quoted = !quoted;
      } else {
        if (!quoted && c == '(') {
          depth++;
        } else if (depth > 0 && c == ')') {
          depth--;
        }
        out.append(c);
      }
    }
    return out.toString();
  }

  private static String collapsed(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isSpace(c)) {
        out.append(c);
      } else if (out.length() > 0 && out.charAt(out.length() - 1) != ' ') {
        out.append(' ');
      }
    }
    return out.toString().strip();
  }

  private static boolean isSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }
}
