package io.github.patchlane.core.diff;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the files of a diff in a text, in one pass that never looks more than a few lines ahead.
 */
final class DiffParser {
  private static final byte[] GIT = Bytes.ascii("diff --git ");
  private static final byte[] DIFF = Bytes.ascii("diff -");
  private static final byte[] SVN = Bytes.ascii("Index: ");
  private static final byte[] OLD_NAME = Bytes.ascii("--- ");
  private static final byte[] NEW_NAME = Bytes.ascii("+++ ");

  /** How far below {@code diff -} or {@code Index:} the names may stand (CVS puts four between). */
  private static final int PREAMBLE_LINES = 8;

  private final Bytes text;
  private final LineTable lines = new LineTable();
  private final HunkParser hunkParser;
  private final List<FileDiff> files = new ArrayList<>();

  DiffParser(Bytes text) {
    this.text = text;
    this.hunkParser = new HunkParser(text, lines, this::namesAt);
  }

  UnifiedDiff parse() {
    int at = 0;
    while (at < text.length()) {
      int behind = file(at);
      at = behind > at ? behind : text.nextLine(at);
    }
    lines.trim();
    return new UnifiedDiff(text, files);
  }

  /** Reads the file whose header starts here; the same position where none does. */
  private int file(int start) {
    FileHeader header = new FileHeader(text);
    int at = header(start, header);
    if (at == start) {
      return start;
    }
    int end = at;
    List<DiffHunk> hunks = new ArrayList<>();
    boolean damaged = false;
    while (at < text.length() && !header.isBinary()) {
      if (HunkHeader.isAt(text, at)) {
        DiffHunk hunk = hunkParser.hunk(at, header.crlf());
        hunks.add(hunk);
        damaged = hunk.damaged();
        at = hunk.end();
        end = at;
      } else if (damaged && !startsFile(at) && !isSignature(text, at)) {
        at = text.nextLine(at);
      } else {
        break;
      }
    }
    header.toFile(hunks, start, end).ifPresent(files::add);
    return at;
  }

  /** Cheap: whether a header may start here, not whether it does. */
  private boolean startsFile(int at) {
    return text.startsWith(at, DIFF) || text.startsWith(at, SVN) || namesAt(at);
  }

  /** The separator above a mail signature; some mailers cut its blank. */
  static boolean isSignature(Bytes text, int at) {
    int next = text.nextLine(at);
    int length = text.chomp(at, next) - at;
    return text.at(at) == '-'
        && text.at(at + 1) == '-'
        && (length == 2 || (length == 3 && text.at(at + 2) == ' '));
  }

  private int header(int start, FileHeader header) {
    if (text.startsWith(start, GIT)) {
      return gitHeader(start, header);
    }
    if (text.startsWith(start, DIFF) || text.startsWith(start, SVN)) {
      return preamble(start, header);
    }
    return namesAt(start) ? names(start, header) : start;
  }

  /** Behind git's header; the same position where {@code diff --git} is just a word in a text. */
  private int gitHeader(int start, FileHeader header) {
    int first = text.nextLine(start);
    header.gitLine(start, text.chomp(start, first));
    int at = first;
    while (at < text.length()) {
      int next = text.nextLine(at);
      int end = text.chomp(at, next);
      if (header.extended(at, end)) {
        at = next;
      } else if (header.binaryDiffers(at, end)) {
        return next;
      } else if (header.isBinaryPatch(at)) {
        return new BinaryPatchParser(text, header).skip(next);
      } else if (namesAt(at)) {
        return names(at, header);
      } else {
        break;
      }
    }
    return at == first ? start : at;
  }

  private int preamble(int start, FileHeader header) {
    int at = text.nextLine(start);
    for (int i = 0; i < PREAMBLE_LINES && at < text.length(); i++) {
      int next = text.nextLine(at);
      if (namesAt(at)) {
        return names(at, header);
      }
      if (header.binaryDiffers(at, text.chomp(at, next)) && header.hasNames()) {
        return next;
      }
      if (text.startsWith(at, DIFF) && text.startsWith(start, DIFF)) {
        return start;
      }
      at = next;
    }
    return start;
  }

  /** Whether {@code ---}, {@code +++} and a hunk stand here, one below the other. */
  private boolean namesAt(int at) {
    if (!text.startsWith(at, OLD_NAME)) {
      return false;
    }
    int second = text.nextLine(at);
    return text.startsWith(second, NEW_NAME) && HunkHeader.isAt(text, text.nextLine(second));
  }

  private int names(int at, FileHeader header) {
    int second = text.nextLine(at);
    int next = text.nextLine(second);
    header.names(at, text.chomp(at, second), second, text.chomp(second, next));
    header.crlf(text.chomp(second, next) < text.chompLf(second, next));
    return next;
  }
}
