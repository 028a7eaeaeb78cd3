package io.github.patchlane.gitlab.standin;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The text of a Markdown document that GitLab searches for references: what its HTML shows outside
 * {@code pre}, {@code code} and {@code a}. Blocks are told apart as CommonMark does, as far as they
 * hide text or show it: fences of either kind and any length, indented code, HTML blocks, comments,
 * quotes. Where this errs, it shows too much.
 */
final class VisibleText {
  private static final Set<String> RAW_TAGS = Set.of("pre", "script", "style", "textarea");

  private final List<String> lines;
  private final List<String> runs = new ArrayList<>();
  private final StringBuilder paragraph = new StringBuilder();
  private boolean inList;
  private int at;

  private VisibleText(List<String> lines) {
    this.lines = lines;
  }

  static List<String> runs(String markdown) {
    return new VisibleText(markdown.replace("\r", "").lines().toList()).read();
  }

  private List<String> read() {
    while (at < lines.size()) {
      block(lines.get(at));
    }
    endParagraph();
    return runs;
  }

  private void block(String line) {
    int indent = indent(line);
    String text = line.strip();
    int fence = fence(text);
    if (text.isEmpty()) {
      endParagraph();
      at++;
    } else if (fence > 0 && (indent < 4 || inList)) {
      endParagraph();
      skipFence(text.charAt(0), fence);
    } else if (indent >= 4 && !inList && paragraph.length() == 0) {
      at++;
    } else if (indent < 4 && text.startsWith(">")) {
      endParagraph();
      quote();
    } else if (indent < 4 && rawTag(text)) {
      endParagraph();
      html(closer(text));
    } else if (indent < 4 && text.startsWith("<!--")) {
      endParagraph();
      html("-->");
    } else {
      inList = isListItem(text) || (inList && (indent > 0 || paragraph.length() > 0));
      paragraph.append(text).append('\n');
      at++;
    }
  }

  private void skipFence(char mark, int length) {
    at++;
    while (at < lines.size()) {
      String text = lines.get(at++).strip();
      int closing = run(text, mark);
      if (closing >= length && closing == text.length()) {
        return;
      }
    }
  }

  private void quote() {
    List<String> inner = new ArrayList<>();
    while (at < lines.size() && lines.get(at).stripLeading().startsWith(">")) {
      String text = lines.get(at++).stripLeading().substring(1);
      inner.add(text.startsWith(" ") ? text.substring(1) : text);
    }
    runs.addAll(new VisibleText(inner).read());
  }

  private void html(String closer) {
    StringBuilder block = new StringBuilder();
    while (at < lines.size()) {
      String line = lines.get(at++);
      block.append(line).append('\n');
      if (line.toLowerCase(Locale.ROOT).contains(closer)) {
        break;
      }
    }
    runs.addAll(InlineText.html(block.toString()));
  }

  private void endParagraph() {
    if (paragraph.length() > 0) {
      runs.addAll(InlineText.markdown(paragraph.toString()));
      paragraph.setLength(0);
    }
  }

  private static boolean rawTag(String text) {
    return text.startsWith("<") && RAW_TAGS.contains(tagName(text));
  }

  private static String closer(String text) {
    return "</" + tagName(text) + ">";
  }

  private static String tagName(String text) {
    int end = 1;
    while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
      end++;
    }
    return text.substring(1, end).toLowerCase(Locale.ROOT);
  }

  /** How long the fence is that a line opens; zero for none. */
  private static int fence(String text) {
    int ticks = run(text, '`');
    if (ticks >= 3 && text.indexOf('`', ticks) < 0) {
      return ticks;
    }
    int tildes = run(text, '~');
    return tildes >= 3 ? tildes : 0;
  }

  private static int run(String text, char mark) {
    int length = 0;
    while (length < text.length() && text.charAt(length) == mark) {
      length++;
    }
    return length;
  }

  private static int indent(String line) {
    int columns = 0;
    for (int i = 0; i < line.length(); i++) {
      if (line.charAt(i) == '\t') {
        columns += 4 - columns % 4;
      } else if (line.charAt(i) == ' ') {
        columns++;
      } else {
        break;
      }
    }
    return columns;
  }

  private static boolean isListItem(String text) {
    if (text.length() > 1 && "-*+".indexOf(text.charAt(0)) >= 0) {
      return text.charAt(1) == ' ';
    }
    int digits = 0;
    while (digits < text.length() && Character.isDigit(text.charAt(digits))) {
      digits++;
    }
    return digits > 0
        && digits + 1 < text.length()
        && ".)".indexOf(text.charAt(digits)) >= 0
        && text.charAt(digits + 1) == ' ';
  }
}
