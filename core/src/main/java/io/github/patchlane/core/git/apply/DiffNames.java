package io.github.patchlane.core.git.apply;

import java.util.Optional;

/**
 * File names as they stand in a diff's headers, with the first directories taken off. All text is
 * raw and each line has its line feed.
 */
final class DiffNames {
  private static final String ESCAPES = "abtnvfr\"\\";
  private static final String ESCAPED = "\u0007\b\t\n\u000b\f\r\"\\";

  private DiffNames() {}

  /**
   * A quoted text.
   *
   * @param plain with its escapes undone
   * @param end behind the closing quote
   */
  record Quoted(String plain, int end) {}

  static boolean isDevNull(String line, int from) {
    return line.startsWith("/dev/null", from)
        && from + 9 < line.length()
        && isSpace(line.charAt(from + 9));
  }

  /** What stands in quotes at a position; empty where it is not closed or has unknown escapes. */
  static Optional<Quoted> unquote(String line, int from) {
    StringBuilder plain = new StringBuilder();
    int at = from + 1;
    while (at < line.length()) {
      char c = line.charAt(at++);
      if (c == '"') {
        return Optional.of(new Quoted(plain.toString(), at));
      }
      if (c != '\\') {
        plain.append(c);
        continue;
      }
      char escaped = at < line.length() ? line.charAt(at++) : '\n';
      int known = ESCAPES.indexOf(escaped);
      if (known >= 0) {
        plain.append(ESCAPED.charAt(known));
      } else if (escaped >= '0' && escaped <= '3' && isOctal(line, at) && isOctal(line, at + 1)) {
        plain.append(
            (char)
                ((escaped - '0') * 64 + (line.charAt(at) - '0') * 8 + (line.charAt(at + 1) - '0')));
        at += 2;
      } else {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static boolean isOctal(String line, int at) {
    return at < line.length() && line.charAt(at) >= '0' && line.charAt(at) <= '7';
  }

  /**
   * The name at a position of a header line.
   *
   * @param fallback the name where none is left after the directories are taken off
   * @param strip how many directories to take off
   * @param endsAtTab whether a tab ends it, as what follows may be a time
   */
  static Optional<String> find(
      String line, int from, Optional<String> fallback, int strip, boolean endsAtTab) {
    if (from < line.length() && line.charAt(from) == '"') {
      Optional<String> quoted =
          unquote(line, from).flatMap(q -> withoutDirectories(q.plain(), strip));
      if (quoted.isPresent()) {
        return quoted.map(DiffNames::squashed);
      }
    }
    int end = from;
    while (end < line.length() && !endsName(line.charAt(end), endsAtTab)) {
      end++;
    }
    return plain(line.substring(Math.min(from, end), end), fallback, strip);
  }

  private static boolean endsName(char c, boolean endsAtTab) {
    return switch (c) {
      case '\n', '\r', '\u000b', '\f' -> true;
      case '\t' -> endsAtTab;
      default -> false;
    };
  }

  /** The shorter name wins where one goes on as the other does: {@code file} and {@code file~}. */
  static Optional<String> plain(String whole, Optional<String> fallback, int strip) {
    Optional<String> name = withoutDirectories(whole, strip).filter(n -> !n.isEmpty());
    if (name.isEmpty()) {
      return fallback.map(DiffNames::squashed);
    }
    return fallback
        .filter(f -> f.length() < name.get().length() && name.get().startsWith(f))
        .or(() -> name)
        .map(DiffNames::squashed);
  }

  private static Optional<String> withoutDirectories(String name, int strip) {
    int at = 0;
    for (int i = 0; i < strip; i++) {
      int slash = name.indexOf('/', at);
      if (slash < 0) {
        return Optional.empty();
      }
      at = slash + 1;
    }
    return Optional.of(name.substring(at));
  }

  private static String squashed(String name) {
    if (!name.contains("//")) {
      return name;
    }
    StringBuilder out = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      if (i == 0 || name.charAt(i) != '/' || name.charAt(i - 1) != '/') {
        out.append(name.charAt(i));
      }
    }
    return out.toString();
  }

  /**
   * The one name that {@code diff --git a/x b/x} gives twice; empty where the two differ, as in a
   * rename, whose names stand elsewhere.
   */
  static Optional<String> both(String line, int from, int strip) {
    int end = line.length() - 1;
    if (from >= end) {
      return Optional.empty();
    }
    return line.charAt(from) == '"'
        ? bothFirstQuoted(line, from, end, strip)
        : bothFirstPlain(line, from, end, strip);
  }

  private static Optional<String> bothFirstQuoted(String line, int from, int end, int strip) {
    Optional<Quoted> first = unquote(line, from);
    Optional<String> name = first.flatMap(q -> relative(q.plain(), strip));
    if (first.isEmpty() || name.isEmpty()) {
      return Optional.empty();
    }
    int second = first.get().end();
    while (second < end && isSpace(line.charAt(second))) {
      second++;
    }
    if (second >= end) {
      return Optional.empty();
    }
    Optional<String> other =
        line.charAt(second) == '"'
            ? unquote(line, second).flatMap(q -> relative(q.plain(), strip))
            : relative(line.substring(second, end), strip);
    return name.filter(n -> other.filter(n::equals).isPresent());
  }

  private static Optional<String> bothFirstPlain(String line, int from, int end, int strip) {
    Optional<String> rest = relative(line.substring(from, end), strip);
    if (rest.isEmpty()) {
      return Optional.empty();
    }
    String text = rest.get();
    int quote = text.indexOf('"');
    if (quote >= 0) {
      return unquote(text, quote)
          .flatMap(q -> relative(q.plain(), strip))
          .filter(
              second ->
                  second.length() < quote
                      && text.startsWith(second)
                      && isSpace(text.charAt(second.length())));
    }
    // Names may hold blanks: any of them may be the middle, if the same stands on both sides.
    for (int middle = 0; middle < text.length(); middle++) {
      char c = text.charAt(middle);
      if (c != ' ' && c != '\t') {
        continue;
      }
      int length = middle;
      Optional<String> second = relative(text.substring(middle + 1), strip);
      if (second.filter(s -> s.length() == length && text.startsWith(s)).isPresent()) {
        return second;
      }
    }
    return Optional.empty();
  }

  /** Without the first directories; empty where there are not so many, or the name is absolute. */
  private static Optional<String> relative(String name, int strip) {
    if (strip == 0) {
      return name.startsWith("/") ? Optional.empty() : Optional.of(name);
    }
    return name.startsWith("/") && strip == 1 ? Optional.empty() : withoutDirectories(name, strip);
  }

  static boolean isSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }
}
