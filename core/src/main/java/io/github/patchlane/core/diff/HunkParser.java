package io.github.patchlane.core.diff;

import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Reads one hunk: as many lines as its header declares, or as many as there are. */
final class HunkParser {
  private final Bytes text;
  private final LineTable lines;
  private final IntPredicate startsFile;

  HunkParser(Bytes text, LineTable lines, IntPredicate startsFile) {
    this.text = text;
    this.lines = lines;
    this.startsFile = startsFile;
  }

  /**
   * @param crlf whether a CR before LF is the transport's and not the file's
   */
  DiffHunk hunk(int start, boolean crlf) {
    int at = text.nextLine(start);
    int headerEnd = text.chomp(start, at);
    HunkHeader header = HunkHeader.read(text, start, headerEnd);
    int first = lines.size();
    int oldLeft = header.oldCount();
    int newLeft = header.newCount();
    int end = at;
    int blanks = 0;
    while ((oldLeft > 0 || newLeft > 0) && at < text.length()) {
      int next = text.nextLine(at);
      LineKind kind = kind(at, next, oldLeft, newLeft);
      if (kind == null) {
        break;
      }
      boolean marked = kind != LineKind.CONTEXT || text.at(at) == ' ';
      int lineEnd = crlf ? text.chomp(at, next) : text.chompLf(at, next);
      int content = Math.min(at + (marked ? 1 : 0), lineEnd);
      lines.add(kind, content, lineEnd);
      oldLeft -= kind == LineKind.CONTEXT || kind == LineKind.REMOVED ? 1 : 0;
      newLeft -= kind == LineKind.CONTEXT || kind == LineKind.ADDED ? 1 : 0;
      boolean blank = !marked && text.chomp(at, next) == at;
      blanks = blank ? blanks + 1 : 0;
      end = blank ? end : next;
      at = next;
    }
    boolean damaged = oldLeft > 0 || newLeft > 0;
    if (damaged) {
      // Those belong to whatever text follows the torn hunk.
      lines.cutTo(lines.size() - blanks);
    } else {
      end = at;
      if (isNoNewline(at)) {
        end = text.nextLine(at);
        lines.add(LineKind.NO_NEWLINE, at + 1, text.chomp(at, end));
      }
    }
    return new DiffHunk(text, lines, header, start, headerEnd, end, first, damaged);
  }

  /**
   * What the line at this position is in a hunk that still lacks lines; nothing where it is none.
   */
  private @Nullable LineKind kind(int at, int next, int oldLeft, int newLeft) {
    boolean both = oldLeft > 0 && newLeft > 0;
    return switch (text.at(at)) {
      case ' ', '\t', '\n' -> both ? LineKind.CONTEXT : null;
      // A CR alone may be an empty line of a CRLF file, but not the start of one.
      case '\r' -> both && text.at(at + 1) == '\n' ? LineKind.CONTEXT : null;
      case '+' -> newLeft > 0 ? LineKind.ADDED : null;
      case '-' -> oldLeft > 0 && !endsEarly(at, next, oldLeft, newLeft) ? LineKind.REMOVED : null;
      case '\\' -> isNoNewline(at) ? LineKind.NO_NEWLINE : null;
      default -> null;
    };
  }

  /** Whether what looks like a removed line is the next file's header or a signature. */
  private boolean endsEarly(int at, int next, int oldLeft, int newLeft) {
    if (text.at(at + 1) != '-') {
      return false;
    }
    if (startsFile.test(at)) {
      // A removed "-- x" above an added "++ y" looks the same where they end their hunk.
      return oldLeft > 1 || newLeft > 1;
    }
    // What completes the hunk is its last line, as git has it, even where it reads "-- ".
    boolean completes = oldLeft == 1 && newLeft == 0;
    return DiffParser.isSignature(text, at) && !completes && !continues(next);
  }

  private boolean continues(int at) {
    int b = text.at(at);
    return b == ' ' || b == '+' || b == '-' || b == '\\' || b == '@';
  }

  private boolean isNoNewline(int at) {
    return text.at(at) == '\\' && text.at(at + 1) == ' ';
  }
}
