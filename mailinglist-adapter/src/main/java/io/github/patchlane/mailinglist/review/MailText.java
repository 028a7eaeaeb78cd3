package io.github.patchlane.mailinglist.review;

import java.util.Arrays;

/**
 * A mail's text cut into lines: how deep each is quoted, and what the sender's own ones are for.
 * Positions are offsets into the text.
 */
final class MailText {
  /** What a line is. */
  enum Line {
    BLANK,
    QUOTE,
    /** The sender's own words. */
    OWN,
    /** A trailer in own words. */
    TAG,
    /** A greeting, a "wrote:", a sign that something was cut: own, and says nothing. */
    NOISE,
    /** A patch or a piece of code that the mail itself proposes. */
    PROPOSED,
    /** Behind a signature, or a copy of the answered mail at the foot. */
    OUTSIDE
  }

  private static final int MAX_DEPTH = 100;
  private static final int DEEPEST_INDENT = 8;

  private final String text;

  /** The text once more: every line is looked at several times, mostly by its first characters. */
  private final char[] chars;

  private int[] starts = new int[64];
  private int[] ends = new int[64];
  private byte[] depths = new byte[64];
  private Line[] kinds = new Line[64];
  private int size;

  private MailText(String text) {
    this.text = text;
    this.chars = text.toCharArray();
  }

  static MailText of(String text) {
    MailText lines = new MailText(text);
    boolean bars = lines.barsQuote();
    char[] chars = lines.chars;
    int at = 0;
    while (at < chars.length) {
      int end = lines.lineEnd(at);
      lines.add(at, end, bars);
      at = end + 1;
    }
    OwnLines.sort(lines);
    return lines;
  }

  private void add(int from, int to, boolean bars) {
    if (size == starts.length) {
      int capacity = size * 2;
      starts = Arrays.copyOf(starts, capacity);
      ends = Arrays.copyOf(ends, capacity);
      depths = Arrays.copyOf(depths, capacity);
      kinds = Arrays.copyOf(kinds, capacity);
    }
    int end = to;
    while (end > from && isSpace(chars[end - 1])) {
      end--;
    }
    int at = from;
    int depth = 0;
    while (depth < MAX_DEPTH) {
      int behind = behindMark(at, end, depth, bars);
      if (behind < 0) {
        break;
      }
      at = behind;
      depth++;
    }
    // One space belongs to the quoting; what follows it is the line.
    if (depth > 0 && at < end && chars[at] == ' ') {
      at++;
    }
    starts[size] = Math.min(at, end);
    ends[size] = end;
    depths[size] = (byte) depth;
    kinds[size] = depth > 0 ? Line.QUOTE : at >= end ? Line.BLANK : Line.OWN;
    size++;
  }

  /** Where the text goes on behind the quote mark at this position, -1 where there is none. */
  private int behindMark(int at, int end, int depth, boolean bars) {
    int p = depth == 0 ? behindIndent(at, end) : at;
    if (p < end && depth > 0 && chars[p] == ' ') {
      p++;
    }
    if (p >= end) {
      return -1;
    }
    char c = chars[p];
    if (c == '>') {
      return p + 1;
    }
    if (c == '|') {
      return depth == 0 ? (bars ? p + 1 : -1) : p == at || isDiffMark(p + 2, end) ? p + 1 : -1;
    }
    // Supercite: the initials of the quoted person.
    int letters = p;
    while (letters < end && letters - p < 3 && isUpper(chars[letters])) {
      letters++;
    }
    return letters - p >= 2 && letters < end && chars[letters] == '>' ? letters + 1 : -1;
  }

  /** Some clients indent what they quote, marks and all: {@code " > > text"}. */
  private int behindIndent(int at, int end) {
    int p = at;
    while (p < end && p - at < DEEPEST_INDENT && chars[p] == ' ') {
      p++;
    }
    boolean mark =
        p - at > 1
            && p < end
            && chars[p] == '>'
            && (p + 1 == end || chars[p + 1] == ' ' || chars[p + 1] == '>');
    return mark ? p : at;
  }

  private boolean isDiffMark(int p, int end) {
    return p < end && (chars[p] == '+' || chars[p] == '-' || chars[p] == '@');
  }

  private int lineEnd(int from) {
    int end = from;
    while (end < chars.length && chars[end] != '\n') {
      end++;
    }
    return end;
  }

  /** Whether the mail quotes with bars: no other mark, and several lines that begin with one. */
  private boolean barsQuote() {
    int bars = 0;
    for (int at = 0; at < chars.length; at = lineEnd(at) + 1) {
      if (chars[at] == '>') {
        return false;
      }
      bars += chars[at] == '|' && at + 1 < chars.length && chars[at + 1] == ' ' ? 1 : 0;
    }
    return bars >= 3;
  }

  private static boolean isUpper(char c) {
    return c >= 'A' && c <= 'Z';
  }

  static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\f' || c == '\u00a0';
  }

  int size() {
    return size;
  }

  int depth(int line) {
    return depths[line];
  }

  Line kind(int line) {
    return kinds[line];
  }

  void mark(int line, Line kind) {
    kinds[line] = kind;
  }

  boolean is(int line, Line kind) {
    return line >= 0 && line < size && kinds[line] == kind;
  }

  /** Whether the sender speaks in this line, in words or by a trailer. */
  boolean says(int line) {
    return is(line, Line.OWN) || is(line, Line.TAG);
  }

  /** The line without quote marks and white space at its end. */
  String content(int line) {
    return text.substring(starts[line], ends[line]);
  }

  int length(int line) {
    return ends[line] - starts[line];
  }

  /** The character of the line's content, NUL behind its end. */
  char at(int line, int offset) {
    int p = starts[line] + offset;
    return p < ends[line] ? chars[p] : '\0';
  }

  boolean startsWith(int line, String prefix) {
    return prefix.length() <= length(line) && isAt(starts[line], prefix);
  }

  boolean contains(int line, String part) {
    char first = part.charAt(0);
    int last = ends[line] - part.length();
    for (int p = starts[line]; p <= last; p++) {
      if (chars[p] == first && isAt(p, part)) {
        return true;
      }
    }
    return false;
  }

  private boolean isAt(int position, String part) {
    for (int i = 0; i < part.length(); i++) {
      if (chars[position + i] != part.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Whether the part occurs anywhere in the mail. */
  boolean mentions(String part) {
    return text.contains(part);
  }

  String text() {
    return text;
  }

  boolean blank(int line) {
    return starts[line] == ends[line];
  }

  /** The lines of that kind between the two, joined by spaces. */
  String join(int from, int to, Line kind) {
    StringBuilder joined = new StringBuilder();
    for (int i = from; i < to; i++) {
      if (kinds[i] == kind) {
        joined.append(joined.isEmpty() ? "" : " ").append(content(i).strip());
      }
    }
    return joined.toString();
  }
}
