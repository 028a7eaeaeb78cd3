package io.github.patchlane.gitlab.posting;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Text from strangers in a form in which GitLab runs no quick action, notifies nobody, links
 * nothing and closes nothing, and people can still read it.
 *
 * <ul>
 *   <li>{@link #prose} keeps words as words. A backslash goes before every sign that Markdown or a
 *       reference might begin with; what no backslash can stop (addresses of pages, hashes, keys of
 *       other trackers) becomes inline code. What lives by its columns is taken verbatim.
 *   <li>{@link #verbatim} keeps every column, in {@code <pre>} and with entities. Fences are no
 *       protection: GitLab knows only some of them.
 *   <li>{@link #title} is for titles, where GitLab reads references but no Markdown: there an
 *       invisible word joiner parts each sign from what follows it.
 * </ul>
 *
 * Everything ends lines by LF: GitLab looks for quick actions after taking out every CR. Characters
 * that no text has, and those that turn the order of others around, become U+FFFD. A {@code <} of a
 * mail never stands unescaped, so nobody but us writes our markers.
 */
final class Harmless {
  private static final char JOINER = '\u2060';
  private static final int TITLE_LENGTH = 255;

  /** With a backslash before them they are themselves, anywhere. */
  private static final String SIGNS = "\\`*_{}[]<>&@#!~%$^|";

  /** Signs that mean something only where they begin a line. */
  private static final String LINE_SIGNS = "/-+=;:?";

  /** What begins a reference on GitLab. */
  private static final String SIGILS = "@#!&~%$^*[";

  private static final int SHORTEST_HASH = 7;

  private Harmless() {}

  /** Paragraphs, each line of a mail on its own line. */
  static String prose(String text) {
    StringBuilder out = new StringBuilder();
    List<String> block = new ArrayList<>();
    boolean verbatim = false;
    for (String paragraph : paragraphs(clean(text))) {
      boolean columns = paragraph.lines().anyMatch(Harmless::needsColumns);
      if (columns != verbatim) {
        flush(out, block, verbatim);
        verbatim = columns;
      }
      block.add(paragraph);
    }
    flush(out, block, verbatim);
    return out.toString();
  }

  private static void flush(StringBuilder out, List<String> block, boolean verbatim) {
    if (block.isEmpty()) {
      return;
    }
    out.append(out.isEmpty() ? "" : "\n\n");
    out.append(
        verbatim
            ? verbatim(String.join("\n\n", block))
            : block.stream().map(Harmless::paragraph).collect(Collectors.joining("\n\n")));
    block.clear();
  }

  private static List<String> paragraphs(String text) {
    List<String> found = new ArrayList<>();
    StringBuilder current = new StringBuilder();
    for (String line : text.split("\n", -1)) {
      if (!line.isBlank()) {
        current.append(current.isEmpty() ? "" : "\n").append(line.stripTrailing());
      } else if (!current.isEmpty()) {
        found.add(current.toString());
        current.setLength(0);
      }
    }
    if (!current.isEmpty()) {
      found.add(current.toString());
    }
    return found;
  }

  /** Code, tables and drawings: indented, aligned by spaces, or lines of a diff. */
  private static boolean needsColumns(String line) {
    return line.startsWith("  ")
        || line.startsWith("\t")
        || line.startsWith("@@ ")
        || line.startsWith("diff --git ")
        || line.indexOf('\t') >= 0
        || line.stripLeading().contains("   ");
  }

  private static String paragraph(String text) {
    return text.lines()
        .map(
            line -> {
              String own = line.strip();
              return own.startsWith(">") ? "> " + inline(own.substring(1).strip()) : inline(own);
            })
        // two blanks at the end of a line keep it a line
        .collect(Collectors.joining("  \n"));
  }

  /** One line of prose, good anywhere in a line: a name, a subject, the words of a link. */
  static String inline(String text) {
    String line = clean(text).replace('\n', ' ').strip();
    StringBuilder out = new StringBuilder(line.length() + 16);
    int at = lineStart(line, out);
    while (at < line.length()) {
      int end = codeEnd(line, at);
      if (end > at) {
        // two backticks in a row would be a fence of another length
        out.append(
            !out.isEmpty() && out.charAt(out.length() - 1) == '`' ? String.valueOf(JOINER) : "");
        out.append('`').append(line, at, end).append('`');
        at = end;
      } else {
        char c = line.charAt(at);
        if (SIGNS.indexOf(c) >= 0 || (c == ':' && beginsName(line, at + 1))) {
          out.append('\\');
        }
        out.append(c);
        at++;
      }
    }
    return out.toString();
  }

  /** Escapes what is special only at a line's start: {@code /close}, lists, rules, headings. */
  private static int lineStart(String line, StringBuilder out) {
    int digits = 0;
    while (digits < line.length() && isDigit(line.charAt(digits))) {
      digits++;
    }
    boolean list =
        digits > 0
            && digits < line.length()
            && (line.charAt(digits) == '.' || line.charAt(digits) == ')');
    if (list) {
      out.append(line, 0, digits).append('\\').append(line.charAt(digits));
      return digits + 1;
    }
    if (!line.isEmpty() && LINE_SIGNS.indexOf(line.charAt(0)) >= 0) {
      out.append('\\').append(line.charAt(0));
      return 1;
    }
    return 0;
  }

  /** Where the word ends that begins here and that only inline code can stop; else the start. */
  private static int codeEnd(String line, int at) {
    char before = at > 0 ? line.charAt(at - 1) : ' ';
    // an address may begin behind a digit
    int page = isAscii(before) && !isDigit(before) ? at : pageEnd(line, at);
    if (page > at) {
      return page;
    }
    if (isAscii(before)) {
      return at;
    }
    int hash = hashEnd(line, at);
    return hash > at ? hash : keyEnd(line, at);
  }

  /** {@code scheme://…} or {@code www.…}. */
  private static int pageEnd(String line, int at) {
    int scheme = at;
    while (scheme < line.length() && isSchemePart(line.charAt(scheme))) {
      scheme++;
    }
    boolean page = scheme > at && line.startsWith("://", scheme);
    if (!page && !line.regionMatches(true, at, "www.", 0, 4)) {
      return at;
    }
    int end = page ? scheme + 3 : at + 4;
    while (end < line.length() && !endsPage(line.charAt(end))) {
      end++;
    }
    while (end > at && ".,;:!?)'\"".indexOf(line.charAt(end - 1)) >= 0) {
      end--;
    }
    return end;
  }

  private static boolean endsPage(char c) {
    return Character.isWhitespace(c) || c == '`' || c == '<' || c == '>' || c == '|';
  }

  /** A commit's hash, in full or abbreviated. */
  private static int hashEnd(String line, int at) {
    int end = at;
    while (end < line.length() && isHex(line.charAt(end))) {
      end++;
    }
    boolean whole = end == line.length() || !isAscii(line.charAt(end));
    return whole && end - at >= SHORTEST_HASH ? end : at;
  }

  /** An issue of another tracker, {@code ABC-12}: GitLab may be told to talk to that one. */
  private static int keyEnd(String line, int at) {
    int dash = at;
    while (dash < line.length() && isKeyPart(line.charAt(dash))) {
      dash++;
    }
    int end = dash + 1;
    while (end < line.length() && isDigit(line.charAt(end))) {
      end++;
    }
    boolean key =
        dash - at >= 2 && line.startsWith("-", dash) && end > dash + 1 && !isDigit(line.charAt(at));
    // the whole word, lest its rest be taken for a hash
    while (key && end < line.length() && isAscii(line.charAt(end)) && pageEnd(line, end) == end) {
      end++;
    }
    return key ? end : at;
  }

  private static boolean beginsName(String line, int at) {
    return at < line.length()
        && (isWord(line.charAt(at)) || line.charAt(at) == '+' || line.charAt(at) == ':');
  }

  /** A block in which every character stands where it stood. */
  static String verbatim(String text) {
    String lines = clean(text);
    StringBuilder out = new StringBuilder(lines.length() + 64).append("<pre>\n");
    for (int i = 0; i < lines.length(); i++) {
      char c = lines.charAt(i);
      boolean first = i == 0 || lines.charAt(i - 1) == '\n';
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '/' -> out.append(first ? "&#47;" : "/");
        case ':' -> out.append(first || lines.startsWith("://", i) ? "&#58;" : ":");
        case '#' -> out.append(nextIsDigit(lines, i) ? "&#35;" : "#");
        case '-' -> out.append(i > 0 && isKeyDash(lines, i) ? "&#45;" : "-");
        case '`' -> out.append("&#96;");
        default -> out.append(c);
      }
    }
    return out.append("\n</pre>").toString();
  }

  private static boolean isKeyDash(String text, int at) {
    int start = at;
    while (start > 0 && isKeyPart(text.charAt(start - 1))) {
      start--;
    }
    boolean letter = start < at && !isDigit(text.charAt(start)) && text.charAt(start) != '_';
    return letter && nextIsDigit(text, at);
  }

  private static boolean nextIsDigit(String text, int at) {
    return at + 1 < text.length() && isDigit(text.charAt(at + 1));
  }

  /** A title, cut where GitLab would refuse it, and no draft unless it is said to be. */
  static String title(String text, boolean draft) {
    String line = clean(text).replaceAll("\\s+", " ").strip();
    StringBuilder out = new StringBuilder(line.length() + 16);
    int hex = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      out.append(c);
      hex = isHex(c) ? hex + 1 : 0;
      if (SIGILS.indexOf(c) >= 0
          || (c == ':' && line.startsWith("://", i))
          || (c == '-' && i > 0 && isKeyDash(line, i))
          || (i == 0 && (c == '/' || looksLikeDraft(line)))
          || hex == SHORTEST_HASH - 1) {
        out.append(JOINER);
        hex = 0;
      }
    }
    String safe = out.isEmpty() ? "(no title)" : out.toString();
    return cut(draft ? "Draft: " + safe : safe, TITLE_LENGTH);
  }

  private static boolean looksLikeDraft(String title) {
    String word = title.toLowerCase(Locale.ROOT);
    return List.of("draft", "[draft", "(draft", "wip", "[wip").stream().anyMatch(word::startsWith);
  }

  /** So many UTF-16 units at most, the last of them an ellipsis where something was cut off. */
  static String cut(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    int end = length - 1;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
  }

  /** One label: a comma would make it two. */
  static String label(String text) {
    return cut(clean(text).replace(',', ' ').replaceAll("\\s+", " ").strip(), TITLE_LENGTH);
  }

  /** A link; the address is one of ours, the words need not be. */
  static String link(String words, String address) {
    StringBuilder safe = new StringBuilder();
    for (int i = 0; i < address.length(); i++) {
      char c = address.charAt(i);
      if (c <= ' ' || c >= 0x7f || "()<>\"'`\\[]|*_{}^".indexOf(c) >= 0) {
        for (byte b : String.valueOf(c).getBytes(java.nio.charset.StandardCharsets.UTF_8)) {
          safe.append('%').append(String.format(Locale.ROOT, "%02X", b & 0xff));
        }
      } else {
        safe.append(c);
      }
    }
    return "[" + inline(words) + "](" + safe + ")";
  }

  /** Lines ended by LF only, and no character that is refused or that hides others. */
  static String clean(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\r') {
        out.append('\n');
        i += i + 1 < text.length() && text.charAt(i + 1) == '\n' ? 1 : 0;
      } else if (c == '\u2028' || c == '\u2029' || c == '\u0085' || c == '\u000b' || c == '\f') {
        out.append('\n');
      } else if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        out.append(c).append(text.charAt(++i));
      } else {
        out.append(isNoText(c) ? '\ufffd' : c);
      }
    }
    return out.toString();
  }

  private static boolean isNoText(char c) {
    return (c < ' ' && c != '\n' && c != '\t')
        || (c >= 0x7f && c < 0xa0)
        || Character.isSurrogate(c)
        || (c >= '\u202a' && c <= '\u202e')
        || (c >= '\u2066' && c <= '\u2069')
        || c == '\ufffe'
        || c == '\uffff';
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }

  /** What GitLab takes for part of a word; letters of other scripts are none to it. */
  private static boolean isAscii(char c) {
    return isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isHex(char c) {
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
  }

  private static boolean isKeyPart(char c) {
    return (c >= 'A' && c <= 'Z') || isDigit(c) || c == '_';
  }

  private static boolean isSchemePart(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c) || c == '+' || c == '-';
  }
}
