package io.github.patchlane.gitlab.standin;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds in a rendered text what GitLab would make a reference of. Every name that has the shape of
 * a reference counts, whether or not what it names exists: a leak is a leak on any server.
 */
final class References {
  private static final Pattern MENTION =
      Pattern.compile("(?<![\\w`@])@([A-Za-z0-9_](?:[A-Za-z0-9_.\\-/]*[A-Za-z0-9_\\-])?)");
  private static final Pattern OBJECT =
      Pattern.compile(
          "(?<![\\w&])#(\\d+)\\b"
              + "|(?<!\\w)!(\\d+)\\b"
              + "|(?<!\\w)&(\\d+)\\b(?!;)"
              + "|(?<!\\w)~(\\d+\\b|[A-Za-z_][\\w\\-:.?&]*|\"[^\"\\n]+\")"
              + "|(?<!\\w)%(\\d+\\b|[A-Za-z_][\\w\\-.]*|\"[^\"\\n]+\")"
              + "|(?<!\\w)\\$(\\d+)\\b"
              + "|(?<![\\w/.\\-@])\\^(\\d+)\\b"
              + "|(?<![\\w/.@\\-=])([0-9a-fA-F]{7,40})(?![\\w@])");
  private static final Pattern CLOSING =
      Pattern.compile(
          "\\b(?:[Cc]los(?:e[sd]?|ing)|[Ff]ix(?:e[sd]|ing)?|[Rr]esolv(?:e[sd]?|ing)"
              + "|[Ii]mplement(?:s|ed|ing)?):? +(?:issues? +)?"
              + "((?:(?:[\\w.\\-]+(?:/[\\w.\\-]+)+)?#\\d+|https?://\\S+/issues/\\d+)"
              + "(?:(?: *,? +and +| *, *| +)"
              + "(?:(?:[\\w.\\-]+(?:/[\\w.\\-]+)+)?#\\d+|https?://\\S+/issues/\\d+))*)");
  private static final Pattern NUMBER = Pattern.compile("(?:#|/issues/)(\\d+)");

  private References() {}

  /** Whom a text mentions, without the sign. */
  static List<String> mentions(String markdown) {
    List<String> names = new ArrayList<>();
    for (String run : VisibleText.runs(markdown)) {
      Matcher matcher = MENTION.matcher(run);
      while (matcher.find()) {
        names.add(matcher.group(1));
      }
    }
    return names;
  }

  /** What else a text refers to, with its sign; names of commits have none. */
  static List<String> objects(String markdown) {
    List<String> objects = new ArrayList<>();
    for (String run : VisibleText.runs(markdown)) {
      Matcher matcher = OBJECT.matcher(run);
      while (matcher.find()) {
        objects.add(matcher.group());
      }
    }
    return objects;
  }

  /**
   * The issues that a text closes on landing. GitLab looks for the keywords in the text as it was
   * written, so that neither code nor {@code pre} protects an issue.
   */
  static List<Integer> closes(String text) {
    List<Integer> issues = new ArrayList<>();
    Matcher matcher = CLOSING.matcher(text);
    while (matcher.find()) {
      Matcher numbers = NUMBER.matcher(matcher.group(1));
      while (numbers.find()) {
        if (numbers.group(1).length() < 10) {
          issues.add(Integer.valueOf(numbers.group(1)));
        }
      }
    }
    return issues;
  }
}
