package io.github.patchlane.mailinglist.message;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Undoes {@code format=flowed} (RFC 3676) as far as a patch can bear it.
 *
 * <p>Prose, quoted or not, is joined at its soft line breaks, and the space that was stuffed in
 * front of a line is taken off. Never joined: lines of a diff, quoted ones included, whatever they
 * end with; a line and a list item, indented line or trailer after it; the signature's mark. A diff
 * is unstuffed only if it was stuffed, which programs that only claim to send flowed text do not
 * do: a context line with a single space in front tells. Quote marks stay as they are.
 */
final class FlowedText {
  private static final List<byte[]> DIFF_STARTS =
      List.of(bytes("diff --git "), bytes("@@ -"), bytes("--- a/"));
  private static final byte[] HUNK = bytes("@@ -");
  private static final byte[] SIGNATURE = bytes("-- ");
  private static final int LONGEST_TRAILER_KEY = 40;

  private final Slice text;
  private final boolean deleteSpace;
  private final boolean stuffedDiff;

  /** Nothing is ever added: joining and unstuffing only take away. */
  private final byte[] out;

  private int length;
  private boolean soft;
  private boolean inDiff;
  private int depth;

  private FlowedText(Slice text, boolean deleteSpace) {
    this.text = text;
    this.deleteSpace = deleteSpace;
    this.stuffedDiff = isDiffStuffed(text);
    this.out = new byte[text.length()];
  }

  /**
   * The text as it was written.
   *
   * @param deleteSpace whether the space of a soft break is no part of the text ({@code DelSp})
   */
  static Slice unflow(Slice text, boolean deleteSpace) {
    return new FlowedText(text, deleteSpace).unflow();
  }

  private Slice unflow() {
    for (int at = text.start; at < text.end; ) {
      int lineEnd = text.indexOf((byte) '\n', at);
      line(new Slice(text.array, at, lineEnd), at == text.start);
      at = lineEnd + 1;
    }
    if (text.length() > 0 && text.array[text.end - 1] == '\n') {
      out[length++] = '\n';
    }
    return Slice.of(Arrays.copyOf(out, length));
  }

  private void line(Slice line, boolean first) {
    int quotes = quotes(line);
    // A diff ends where its quotation ends; one that is not quoted goes on to the mail's end.
    inDiff = inDiff && quotes == depth;
    Slice content = content(line, quotes);
    inDiff = inDiff || startsDiff(content);
    boolean joins = soft && quotes == depth && !inDiff && isProse(content) && !isTrailer(content);
    if (joins) {
      write(content.start, content.end);
    } else {
      if (!first) {
        out[length++] = '\n';
      }
      write(quotes > 0 ? line.start : content.start, line.end);
    }
    depth = quotes;
    soft = !inDiff && isSoft(content) && (joins || isProse(content));
    if (soft && deleteSpace) {
      length--;
    }
  }

  /** Unstuffed, without its quote marks. */
  private Slice content(Slice line, int quotes) {
    int from = line.start + quotes;
    boolean stuffed = from < line.end && line.array[from] == ' ';
    boolean keep = quotes == 0 && inDiff && !stuffedDiff;
    return line.from(stuffed && !keep ? from + 1 : from);
  }

  private void write(int from, int to) {
    System.arraycopy(text.array, from, out, length, to - from);
    length += to - from;
  }

  private static boolean startsDiff(Slice content) {
    for (byte[] start : DIFF_STARTS) {
      if (content.hasAt(content.start, start)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSoft(Slice content) {
    return content.length() > 0
        && content.array[content.end - 1] == ' '
        && !content.isBlank()
        && !(content.length() == SIGNATURE.length && content.hasAt(content.start, SIGNATURE));
  }

  /** A line that a paragraph may start or go on with: no list item, no indent, no diff's line. */
  private static boolean isProse(Slice content) {
    return content.length() > 0 && "+-@ \t\\>#|*".indexOf(content.array[content.start]) < 0;
  }

  private static boolean isTrailer(Slice content) {
    int limit = Math.min(content.end, content.start + LONGEST_TRAILER_KEY);
    for (int i = content.start; i + 1 < limit; i++) {
      int b = HeaderText.lower(content.array[i]);
      if (b == ':') {
        return i > content.start && content.array[i + 1] == ' ';
      }
      if ((b < 'a' || b > 'z') && b != '-') {
        return false;
      }
    }
    return false;
  }

  private static boolean isDiffStuffed(Slice text) {
    boolean inHunk = false;
    for (int at = text.start; at < text.end; at = text.indexOf((byte) '\n', at) + 1) {
      inHunk = inHunk || text.hasAt(at, HUNK);
      boolean single =
          at + 1 < text.end
              && text.array[at] == ' '
              && text.array[at + 1] != ' '
              && text.array[at + 1] != '\n';
      if (inHunk && single) {
        return false;
      }
    }
    return true;
  }

  private static int quotes(Slice line) {
    int at = line.start;
    while (at < line.end && line.array[at] == '>') {
      at++;
    }
    return at - line.start;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
