package io.github.patchlane.mailinglist.review;

import io.github.patchlane.mailinglist.review.MailText.Line;
import io.github.patchlane.mailinglist.review.QuotedComment.CountedLine;
import java.util.Optional;

/** Counts the lines of a quoted hunk from its header on, as long as nothing seems to be missing. */
final class HunkCount {
  private final MailText text;
  private final int depth;
  private int at;
  private String path = "";
  private String oldPath = "";
  private int hunk;
  private boolean counting;
  private int oldLine;
  private int newLine;
  private int oldLeft;
  private int newLeft;
  private Optional<CountedLine> place = Optional.empty();

  HunkCount(MailText text, int depth) {
    this.text = text;
    this.depth = depth;
  }

  String path() {
    return path;
  }

  /** Where the last header says that its hunk begins in the new file, 0 without one. */
  int hunk() {
    return hunk;
  }

  Optional<CountedLine> place() {
    return place;
  }

  void advanceTo(int line) {
    for (; at < line; at++) {
      if (!text.is(at, Line.QUOTE)) {
        // A blank line between quoted ones may be one of them; a sign of a cut is a cut.
        boolean between =
            text.is(at, Line.BLANK) && text.is(at - 1, Line.QUOTE) && text.is(at + 1, Line.QUOTE);
        counting &= !between && !text.is(at, Line.NOISE);
      } else if (text.depth(at) == depth) {
        quoted(at);
      } else if (!text.blank(at)) {
        counting &= text.depth(at) < depth && depth > 1;
      }
    }
  }

  private void quoted(int i) {
    if (text.startsWith(i, "@@ -")) {
      counting = hunk(text.content(i));
      hunk = counting ? newLine : 0;
      place = Optional.empty();
      return;
    }
    if (!counting || (oldLeft == 0 && newLeft == 0)) {
      header(i);
      counting &= oldLeft > 0 || newLeft > 0;
      if (!text.blank(i)) {
        place = Optional.empty();
      }
      return;
    }
    switch (text.at(i, 0)) {
      case '+' -> {
        place = place(newLine++, false);
        newLeft--;
      }
      case '-' -> {
        place = place(oldLine++, true);
        oldLeft--;
      }
      case '\\' -> {
        // Says that the line before it has no end.
      }
      default -> {
        boolean context = text.blank(i) || text.at(i, 0) == ' ' || text.at(i, 0) == '\t';
        if (!context) {
          counting = false;
          place = Optional.empty();
          return;
        }
        oldLine++;
        oldLeft--;
        newLeft--;
        place = place(newLine++, false);
      }
    }
    if (oldLeft < 0 || newLeft < 0) {
      counting = false;
      place = Optional.empty();
    }
  }

  private Optional<CountedLine> place(int line, boolean old) {
    String of = old && !oldPath.isEmpty() ? oldPath : path;
    return of.isEmpty() || line < 1
        ? Optional.empty()
        : Optional.of(new CountedLine(of, line, old));
  }

  private void header(int i) {
    if (text.startsWith(i, "diff --git ")) {
      String names = text.content(i);
      int b = names.lastIndexOf(" b/");
      path = b < 0 ? "" : names.substring(b + 3);
      oldPath = path;
      hunk = 0;
    } else if (text.startsWith(i, "+++ ")) {
      String name = name(text.content(i).substring(4), "b/");
      path = name.equals("/dev/null") ? oldPath : name;
      hunk = 0;
    } else if (text.startsWith(i, "--- ") && text.contains(i, "/")) {
      String name = name(text.content(i).substring(4), "a/");
      oldPath = name.equals("/dev/null") ? "" : name;
    }
  }

  private static String name(String header, String prefix) {
    int tab = header.indexOf('\t');
    String name = tab < 0 ? header : header.substring(0, tab);
    return name.startsWith(prefix) ? name.substring(2) : name;
  }

  /** {@code @@ -1,2 +3,4 @@}; counts that are left out are 1. */
  private boolean hunk(String header) {
    int[] numbers = {0, 1, 0, 1};
    int p = 4;
    for (int side = 0; side < 2; side++) {
      for (int part = 0; part < 2; part++) {
        int from = p;
        long value = 0;
        while (p < header.length() && Character.isDigit(header.charAt(p)) && p - from < 9) {
          value = value * 10 + (header.charAt(p++) - '0');
        }
        if (p == from) {
          return false;
        }
        numbers[side * 2 + part] = (int) value;
        if (part == 0 && (p >= header.length() || header.charAt(p) != ',')) {
          break;
        }
        p += part == 0 ? 1 : 0;
      }
      if (side == 0) {
        if (!header.startsWith(" +", p)) {
          return false;
        }
        p += 2;
      }
    }
    oldLine = Math.max(1, numbers[0]);
    oldLeft = numbers[1];
    newLine = Math.max(1, numbers[2]);
    newLeft = numbers[3];
    return header.startsWith(" @@", p);
  }
}
