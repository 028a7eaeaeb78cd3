package io.github.patchlane.core.git.apply;

/** Reads one hunk: exactly as many lines as its header declares. */
final class HunkReader {
  private static final int SHORTEST_MARKER = 12;
  private static final byte[] LINE_FEED = {'\n'};

  private final PatchText text;
  private int at;
  private int start;
  private int count;

  HunkReader(PatchText text, int at) {
    this.text = text;
    this.at = at;
  }

  /** Behind what was read. */
  int end() {
    return at;
  }

  /** Whether a hunk's header stands there. */
  static boolean isHeader(PatchText text, int at) {
    HunkReader reader = new HunkReader(text, at);
    return reader.header() != null;
  }

  private record Ranges(int oldStart, int oldCount, int newStart, int newCount) {}

  private @org.jspecify.annotations.Nullable Ranges header() {
    int next = text.next(at);
    at += "@@ -".length();
    if (!range()) {
      return null;
    }
    int oldStart = start;
    int oldCount = count;
    if (!text.startsWith(at, " +")) {
      return null;
    }
    at += 2;
    if (!range() || !text.startsWith(at, " @@")) {
      return null;
    }
    at = next;
    return new Ranges(oldStart, oldCount, start, count);
  }

  private boolean range() {
    start = number();
    count = 1;
    if (start >= 0 && text.at(at) == ',') {
      at++;
      count = number();
    }
    return start >= 0 && count >= 0;
  }

  /** No file has as many lines as the largest that is told apart. */
  private int number() {
    int from = at;
    long value = 0;
    while (text.at(at) >= '0' && text.at(at) <= '9') {
      value = Math.min(Integer.MAX_VALUE, value * 10 + text.at(at) - '0');
      at++;
    }
    return at == from ? -1 : (int) value;
  }

  /** The hunk that starts here; what it changes is counted in the patch. */
  Hunk read(FilePatch patch) throws Refused {
    int from = at;
    Ranges ranges = header();
    if (ranges == null) {
      throw corrupt("a hunk's header that is none", from);
    }
    Lines before = new Lines();
    Lines after = new Lines();
    int oldLeft = ranges.oldCount();
    int newLeft = ranges.newCount();
    int leading = 0;
    int trailing = 0;
    int changed = 0;
    while (oldLeft > 0 || newLeft > 0) {
      int next = text.next(at);
      int marker = incompleteMarker(next);
      int end = marker > next ? next - 1 : next;
      switch (text.at(at)) {
        case '\n' -> {
          // Some leave out the one blank of an empty line of context.
          if (end == next) {
            before.add(LINE_FEED, 0, 1);
            after.add(LINE_FEED, 0, 1);
          }
          oldLeft--;
          newLeft--;
          leading += changed == 0 ? 1 : 0;
          trailing++;
        }
        case ' ' -> {
          before.add(text.bytes(), at + 1, end);
          after.add(text.bytes(), at + 1, end);
          oldLeft--;
          newLeft--;
          leading += changed == 0 ? 1 : 0;
          trailing++;
        }
        case '-' -> {
          before.add(text.bytes(), at + 1, end);
          oldLeft--;
          changed++;
          trailing = 0;
        }
        case '+' -> {
          after.add(text.bytes(), at + 1, end);
          newLeft--;
          changed++;
          trailing = 0;
        }
        default -> throw corrupt("a hunk that is shorter than its header says", at);
      }
      if (oldLeft < 0 || newLeft < 0) {
        throw corrupt("a hunk that is longer than its header says", at);
      }
      at = marker;
    }
    if (changed == 0) {
      throw corrupt("a hunk that changes nothing", from);
    }
    patch.changedLines += changed;
    return new Hunk(
        ranges.oldStart(),
        ranges.newStart(),
        ranges.oldCount(),
        ranges.newCount(),
        leading,
        trailing,
        before,
        after);
  }

  /** Behind {@code \ No newline at end of file}, in any language, if it stands there. */
  private int incompleteMarker(int next) {
    if (!text.startsWith(next, "\\ ")) {
      return next;
    }
    int end = text.next(next);
    return end - next >= SHORTEST_MARKER ? end : next;
  }

  private Refused corrupt(String what, int position) {
    return Refused.corrupt(what + ", line " + text.lineOf(position) + " of the diff");
  }
}
