package io.github.patchlane.core.diff;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** File names as diffs write them: quoted, prefixed, followed by a tab or a time. */
final class PathNames {
  static final String DEV_NULL = "/dev/null";

  private static final String ESCAPES = "abtnvfr\"\\";
  private static final String ESCAPED = "\u0007\b\t\n\u000b\f\r\"\\";
  private static final String[] SVN_SUFFIXES = {" (revision ", " (working copy)", " (nonexistent)"};

  private PathNames() {}

  /**
   * Two names of one file.
   *
   * @param before the old name
   * @param after the new name
   */
  record Pair(String before, String after) {
    /**
     * Takes the first directory off both, where it is a prefix and no part of the path: {@code a/}
     * and {@code b/}, git's mnemonic letters, or two trees side by side as {@code diff -r} was
     * given.
     */
    Pair withoutPrefix() {
      int oldSlash = before.indexOf('/');
      int newSlash = after.indexOf('/');
      if (oldSlash < 0 || newSlash < 0) {
        return this;
      }
      String oldPrefix = before.substring(0, oldSlash);
      String newPrefix = after.substring(0, newSlash);
      if (oldPrefix.equals(newPrefix)) {
        return this;
      }
      String oldRest = before.substring(oldSlash + 1);
      String newRest = after.substring(newSlash + 1);
      boolean prefixes = oldRest.equals(newRest) || arePrefixes(oldPrefix, newPrefix);
      return prefixes && !oldRest.isEmpty() && !newRest.isEmpty()
          ? new Pair(oldRest, newRest)
          : this;
    }

    private static boolean arePrefixes(String a, String b) {
      return a.length() == 1 && b.length() == 1 && "abciow".contains(a) && "abciow".contains(b);
    }
  }

  /** A name that stands alone, its other side being no file. */
  static String withoutLonePrefix(String name) {
    return (name.startsWith("a/") || name.startsWith("b/")) && name.length() > 2
        ? name.substring(2)
        : name;
  }

  /**
   * The names in {@code diff --git}: unquoted names may hold spaces, so that the middle decides.
   */
  static Optional<Pair> gitLine(Bytes text, int from, int to) {
    if (text.at(from) == '"') {
      int close = closingQuote(text, from, to);
      return close < 0 || close + 2 >= to
          ? Optional.empty()
          : Optional.of(new Pair(name(text, from, close + 1), name(text, close + 2, to)));
    }
    int middle = from + (to - from) / 2;
    if ((to - from) % 2 == 1 && text.at(middle) == ' ') {
      Pair pair = new Pair(text.string(from, middle), text.string(middle + 1, to));
      if (pair.before().equals(pair.after())
          || pair.withoutPrefix().before().equals(pair.withoutPrefix().after())) {
        return Optional.of(pair);
      }
    }
    String both = text.string(from, to);
    int split = both.indexOf(" \"");
    if (split < 0) {
      split = both.indexOf(" b/");
    }
    if (split < 0 && both.indexOf(' ') == both.lastIndexOf(' ')) {
      split = both.indexOf(' ');
    }
    if (split <= 0 || split + 1 == both.length()) {
      return Optional.empty();
    }
    byte[] after = both.substring(split + 1).getBytes(StandardCharsets.UTF_8);
    return Optional.of(new Pair(both.substring(0, split), name(new Bytes(after), 0, after.length)));
  }

  /** The name in {@code ---} and {@code +++}, {@code rename from} and the like. */
  static String name(Bytes text, int from, int to) {
    if (text.at(from) == '"') {
      int close = closingQuote(text, from, to);
      if (close >= 0) {
        return unquote(text, from + 1, close);
      }
    }
    int tab = text.indexOf((byte) '\t', from, to);
    if (tab >= 0) {
      return text.string(from, tab);
    }
    return withoutTime(text.string(from, to));
  }

  /**
   * Cuts what {@code diff -u} and Subversion add behind a tab, where a mailer made spaces of it.
   */
  private static String withoutTime(String name) {
    for (String suffix : SVN_SUFFIXES) {
      int at = name.indexOf(suffix);
      if (at > 0) {
        return name.substring(0, at).stripTrailing();
      }
    }
    for (int at = name.indexOf(' '); at > 0; at = name.indexOf(' ', at + 1)) {
      if (isDate(name, at + 1)) {
        return name.substring(0, at).stripTrailing();
      }
    }
    return name;
  }

  /** Whether {@code 2024-05-01 12:} stands there. */
  private static boolean isDate(String name, int at) {
    String shape = "dddd-dd-dd dd:";
    if (at + shape.length() > name.length()) {
      return false;
    }
    for (int i = 0; i < shape.length(); i++) {
      char c = name.charAt(at + i);
      boolean fits = shape.charAt(i) == 'd' ? c >= '0' && c <= '9' : c == shape.charAt(i);
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  private static int closingQuote(Bytes text, int open, int to) {
    for (int p = open + 1; p < to; p++) {
      if (text.at(p) == '\\') {
        p++;
      } else if (text.at(p) == '"') {
        return p;
      }
    }
    return -1;
  }

  private static String unquote(Bytes text, int from, int to) {
    byte[] plain = new byte[to - from];
    int length = 0;
    for (int p = from; p < to; p++) {
      int b = text.at(p);
      if (b == '\\' && p + 1 < to) {
        b = text.at(++p);
        if (isOctal(b) && p + 2 < to && isOctal(text.at(p + 1)) && isOctal(text.at(p + 2))) {
          b = ((b - '0') << 6) | ((text.at(p + 1) - '0') << 3) | (text.at(p + 2) - '0');
          p += 2;
        } else if (ESCAPES.indexOf(b) >= 0) {
          b = ESCAPED.charAt(ESCAPES.indexOf(b));
        }
      }
      plain[length++] = (byte) b;
    }
    return Bytes.decode(plain, 0, length);
  }

  private static boolean isOctal(int b) {
    return b >= '0' && b <= '7';
  }

  /** As git writes it in a header: in quotes, with octal bytes, where that is needed. */
  static String quote(String name) {
    StringBuilder quoted = new StringBuilder(name.length() + 2);
    boolean needed = false;
    for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
      int escape = ESCAPED.indexOf(b);
      if (escape >= 0) {
        quoted.append('\\').append(ESCAPES.charAt(escape));
      } else if (b < ' ' || b == 0x7f) {
        quoted.append(String.format("\\%03o", b & 0xff));
      } else {
        quoted.append((char) b);
        continue;
      }
      needed = true;
    }
    return needed ? "\"" + quoted + "\"" : name;
  }
}
