package io.github.patchlane.gitlab.written;

import java.util.Optional;

/**
 * The way back from what is written on GitLab when mails are carried there: how GitLab would show
 * it, without type faces. It knows just the few forms that are written there by this module, and is
 * no reader of Markdown.
 */
public final class WrittenText {
  /** What the last line of everything begins with that is carried, and what it ends with. */
  public static final String MARK_START = "<!-- patchlane:v1 ";

  public static final String MARK_END = " -->";

  private static final String OPEN = "<pre>\n";
  private static final String CLOSE = "\n</pre>";

  private WrittenText() {}

  /** The line at the end of a text that says which mail it carries; empty where it has none. */
  public static Optional<String> mark(String markdown) {
    String text = markdown.stripTrailing();
    int start = text.lastIndexOf('\n') + 1;
    return text.startsWith(MARK_START, start) && text.endsWith(MARK_END)
        ? Optional.of(text.substring(start))
        : Optional.empty();
  }

  /** Without escapes and without the mark at the end. */
  public static String plain(String markdown) {
    String text = withoutMark(markdown);
    StringBuilder out = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      int open = text.indexOf(OPEN, at);
      int close = open < 0 ? -1 : text.indexOf(CLOSE, open);
      if (close < 0) {
        prose(text.substring(at), out);
        break;
      }
      prose(text.substring(at, open), out);
      out.append(unescaped(text.substring(open + OPEN.length(), close)));
      at = close + CLOSE.length();
    }
    return out.toString().strip();
  }

  /** The first text of which every column was kept; empty where there is none. */
  public static String firstVerbatim(String markdown) {
    int open = markdown.indexOf(OPEN);
    int close = open < 0 ? -1 : markdown.indexOf(CLOSE, open);
    return close < 0 ? "" : unescaped(markdown.substring(open + OPEN.length(), close));
  }

  /** The same text as it was before it was marked. */
  public static String withoutMark(String markdown) {
    return mark(markdown).isPresent()
        ? markdown.substring(0, markdown.stripTrailing().lastIndexOf('\n') + 1).stripTrailing()
        : markdown;
  }

  private static void prose(String text, StringBuilder out) {
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '\\' && at + 1 < text.length()) {
        at++;
        out.append(text.charAt(at));
      } else if (text.startsWith("**", at)) {
        at++;
      } else if (text.startsWith("  \n", at)) {
        // the two blanks only keep the line end
        at++;
      } else if (c == '`') {
        int end = text.indexOf('`', at + 1);
        int stop = end < 0 ? at : end;
        out.append(text, Math.min(at + 1, stop), stop);
        at = stop;
      } else {
        out.append(c);
      }
      at++;
    }
  }

  private static String unescaped(String html) {
    return html.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&#47;", "/")
        .replace("&#58;", ":")
        .replace("&#35;", "#")
        .replace("&#45;", "-")
        .replace("&#96;", "`")
        .replace("&amp;", "&");
  }
}
