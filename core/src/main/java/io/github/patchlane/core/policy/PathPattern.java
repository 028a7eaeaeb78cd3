package io.github.patchlane.core.policy;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * An {@code F:} or {@code X:} pattern of a MAINTAINERS file, as {@code get_maintainer.pl} reads it:
 * {@code drivers/net/} is everything below, {@code drivers/net/*} what lies in that directory and
 * not deeper, {@code net/core/skb} also {@code net/core/skbuff.c}, for a pattern need not reach the
 * end of a name. {@code ?} is one character, {@code {a,b}} a choice, {@code **} any depth.
 *
 * <p>A pattern that names a directory without its slash is good for everything below it too.
 * Immutable and thread-safe.
 */
public final class PathPattern {
  private final String text;
  private final String path;
  private final String literal;
  private final Pattern pattern;

  private PathPattern(String text, String path) {
    this.text = text;
    this.path = path;
    this.literal = literalPart(path);
    this.pattern = Pattern.compile(expression(path));
  }

  /**
   * Reads a pattern.
   *
   * @param text as it stands in the file; a leading {@code ./} or {@code /} means the same as none
   */
  public static PathPattern of(String text) {
    String path = text.startsWith("./") ? text.substring(2) : text;
    path = path.startsWith("/") ? path.substring(1) : path;
    return new PathPattern(text, path);
  }

  /** What every match begins with: most paths are told apart by it alone. */
  private static String literalPart(String path) {
    int end = 0;
    while (end < path.length() && "*?{".indexOf(path.charAt(end)) < 0) {
      end++;
    }
    return path.substring(0, end);
  }

  private static String expression(String path) {
    boolean anyDepth = path.contains("**");
    StringBuilder out = new StringBuilder();
    int open = 0;
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      if (c == '*' && path.startsWith("**", i)) {
        out.append(".*");
        i++;
      } else if (c == '*') {
        out.append(anyDepth ? "[^/]*" : ".*");
      } else if (c == '?') {
        out.append('.');
      } else if (c == '{' && path.indexOf('}', i) > 0) {
        out.append("(?:");
        open++;
      } else if (c == '}' && open > 0) {
        out.append(')');
        open--;
      } else if (c == ',' && open > 0) {
        out.append('|');
      } else {
        out.append(Pattern.quote(String.valueOf(c)));
      }
    }
    return out.append(")".repeat(open)).toString();
  }

  /**
   * Whether the pattern is for this path.
   *
   * @param path from the top of the tree, with slashes
   */
  public boolean matches(String path) {
    if (!path.startsWith(literal) || !pattern.matcher(path).lookingAt()) {
      return false;
    }
    return this.path.endsWith("/")
        || this.path.contains("**")
        || slashes(path) == slashes(this.path)
        || (literal.equals(this.path) && path.startsWith(literal + "/"));
  }

  /**
   * How deep in the tree the pattern reaches, so that of two that fit the more specific one is
   * known: its directories, one more where it names files, and −1 where it begins with a star.
   */
  public int depth() {
    if (path.startsWith("*")) {
      return -1;
    }
    return slashes(path) + (path.endsWith("/") ? 0 : 1);
  }

  private static int slashes(String path) {
    return (int) path.chars().filter(c -> c == '/').count();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PathPattern that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return Objects.hash(text);
  }

  /** The pattern as it stood in the file. */
  @Override
  public String toString() {
    return text;
  }
}
