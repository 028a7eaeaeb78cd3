package io.github.patchlane.mailinglist.review;

import io.github.patchlane.mailinglist.review.MailText.Line;

/** Tells what is not the sender's word among unquoted lines: signatures, copies, proposed code. */
final class OwnLines {
  private OwnLines() {}

  static void sort(MailText text) {
    int line = 0;
    while (line < text.size()) {
      if (!text.is(line, Line.OWN)) {
        line++;
      } else if (copyStarts(text, line)) {
        markOwn(text, line, text.size(), Line.OUTSIDE, false);
        return;
      } else if (isSignatureMark(text, line)) {
        line = markOwn(text, line, text.size(), Line.OUTSIDE, true);
      } else if (isScissors(text, line)) {
        line = markPiece(text, line);
      } else if (diffStarts(text, line)) {
        markProposedMessage(text, line);
        line = markDiff(text, line);
      } else {
        if (isCut(text, line)) {
          text.mark(line, Line.NOISE);
        } else if (TrailerLine.isTag(text, line)) {
          text.mark(line, Line.TAG);
        }
        line++;
      }
    }
  }

  /** Marks unquoted lines, to the end or the next quote; gives the line behind them. */
  private static int markOwn(MailText text, int from, int to, Line kind, boolean untilQuote) {
    for (int i = from; i < to; i++) {
      if (text.is(i, Line.QUOTE)) {
        if (untilQuote) {
          return i;
        }
      } else {
        text.mark(i, kind);
      }
    }
    return to;
  }

  private static boolean isSignatureMark(MailText text, int line) {
    return text.startsWith(line, "--") && text.length(line) == 2;
  }

  /** Where a mail client put the answered mail without marks, or a list its footer. */
  private static boolean copyStarts(MailText text, int line) {
    char first = text.at(line, 0);
    if (first == '_') {
      return text.startsWith(line, "____________________");
    }
    if (first == '-') {
      return text.startsWith(line, "-----")
          && text.length(line) < 80
          && (text.contains(line, "Original")
              || text.contains(line, "Forwarded")
              || text.contains(line, "riginal-Nachricht")
              || text.contains(line, "rspr\u00fcngliche")
              || text.contains(line, "\u539f\u59cb"))
          // Quoted marks mean that the client did quote, and this is its way to say "wrote".
          && !quoteFollows(text, line);
    }
    return (first == 'F' || first == 'B')
        && (text.startsWith(line, "Begin forwarded message")
            || (text.startsWith(line, "From: ") && isHeaderBlock(text, line)));
  }

  private static boolean quoteFollows(MailText text, int line) {
    for (int i = line + 1; i < Math.min(text.size(), line + 10); i++) {
      if (text.is(i, Line.QUOTE)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isHeaderBlock(MailText text, int line) {
    boolean sent = false;
    boolean subject = false;
    for (int i = line + 1; i < Math.min(text.size(), line + 8); i++) {
      sent |= text.startsWith(i, "Sent: ") || text.startsWith(i, "Date: ");
      subject |= text.startsWith(i, "Subject: ");
    }
    return sent && subject && !quoteFollows(text, line);
  }

  private static boolean isScissors(MailText text, int line) {
    return text.at(line, 0) == '-'
        && text.length(line) < 80
        && (text.contains(line, ">8") || text.contains(line, "8<"))
        && text.contains(line, "--");
  }

  /** Between two scissors; to the next quote or the end where there is but one. */
  private static int markPiece(MailText text, int line) {
    int end = line + 1;
    while (end < text.size() && !text.is(end, Line.QUOTE) && !isScissors(text, end)) {
      end++;
    }
    return markOwn(text, line, Math.min(end + 1, text.size()), Line.PROPOSED, true);
  }

  private static boolean diffStarts(MailText text, int line) {
    char first = text.at(line, 0);
    boolean last = line + 1 >= text.size();
    return switch (first) {
      case 'd' -> text.startsWith(line, "diff --git ") || text.startsWith(line, "diff -");
      case 'I' -> text.startsWith(line, "Index: ");
      case '-' -> text.startsWith(line, "--- ") && !last && text.startsWith(line + 1, "+++ ");
      case '+' -> text.startsWith(line, "+++ ") && !last && text.startsWith(line + 1, "@@ ");
      case '@' -> text.startsWith(line, "@@ -");
      default -> false;
    };
  }

  private static int markDiff(MailText text, int line) {
    int i = line;
    int end = line;
    while (i < text.size() && !text.is(i, Line.QUOTE)) {
      if (text.blank(i)) {
        i++;
        continue;
      }
      if (!isDiffLine(text, i)) {
        break;
      }
      i++;
      end = i;
    }
    markOwn(text, line, end, Line.PROPOSED, true);
    return end;
  }

  private static boolean isDiffLine(MailText text, int i) {
    if (isSignatureMark(text, i)) {
      return false;
    }
    char c = text.at(i, 0);
    return c == ' '
        || c == '+'
        || c == '-'
        || c == '@'
        || c == '\\'
        || c == '\t'
        || text.startsWith(i, "diff ")
        || text.startsWith(i, "index ")
        || text.startsWith(i, "Index: ")
        || text.startsWith(i, "=====")
        || text.startsWith(i, "new file mode ")
        || text.startsWith(i, "deleted file mode ")
        || text.startsWith(i, "old mode ")
        || text.startsWith(i, "new mode ")
        || text.startsWith(i, "similarity index ")
        || text.startsWith(i, "rename ");
  }

  /** The message of a whole patch in the mail: what ends at the {@code ---} above its diff. */
  private static void markProposedMessage(MailText text, int diff) {
    int i = diff - 1;
    while (i >= 0
        && (text.is(i, Line.BLANK) || text.contains(i, " | ") || text.contains(i, " changed"))) {
      i--;
    }
    if (i < 0 || !text.startsWith(i, "---") || text.length(i) != 3) {
      return;
    }
    for (int j = i; j >= 0 && (j == i || text.is(j, Line.TAG)); j--) {
      text.mark(j, Line.PROPOSED);
    }
  }

  /** {@code [...]}, {@code <snip>} and their kin. */
  private static boolean isCut(MailText text, int line) {
    if (text.length(line) > 60 || startsProse(text, line)) {
      return false;
    }
    int letters = 0;
    boolean bracket = false;
    boolean dots = false;
    for (int i = 0; i < text.length(line); i++) {
      char c = text.at(line, i);
      letters += Character.isLetterOrDigit(c) ? 1 : 0;
      bracket |= c == '[' || c == '<' || c == '(' || c == '{';
      dots |= c == '.' || c == '\u2026';
    }
    if (letters == 0) {
      return bracket || dots || text.at(line, 0) == '-' || text.at(line, 0) == '=';
    }
    String low = text.content(line).strip().toLowerCase(java.util.Locale.ROOT);
    boolean opens =
        low.startsWith("[") || low.startsWith("<") || low.startsWith("(") || low.startsWith("{");
    boolean says =
        low.contains("snip") || low.contains("...") || low.contains("trim") || low.contains("cut ");
    return (opens && says && letters < 40)
        || low.equals("snip")
        || low.equals("...snip...")
        || low.equals("--snip--")
        || low.equals("---snip---");
  }

  /** Cheap, and true for most lines: a letter comes first, and not that of "snip". */
  private static boolean startsProse(MailText text, int line) {
    int letter = text.at(line, 0) | 32;
    return letter >= 'a' && letter <= 'z' && letter != 's';
  }
}
