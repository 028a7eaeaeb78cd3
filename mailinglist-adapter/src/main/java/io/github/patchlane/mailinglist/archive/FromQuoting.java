package io.github.patchlane.mailinglist.archive;

import java.io.ByteArrayOutputStream;

/**
 * Undoes the {@code >} that mbox writers put before body lines beginning with {@code From }.
 *
 * <p>mboxrd writers quote {@code >*From }, so every {@code >+From } loses one. mboxo writers quote
 * {@code From } alone, so {@code >>From } is the sender's own. A Pipermail separator betrays
 * Python's mboxo; all others are read as mboxrd, which for a line {@code >From } is the same.
 */
final class FromQuoting {
  private FromQuoting() {}

  /** Whether the line at the index is {@code >+From }. */
  static boolean isQuoted(Window window, int line) {
    if (window.array()[window.base() + line] != '>') {
      return false;
    }
    int at = line + 1;
    while (window.has(at + 1) && window.array()[window.base() + at] == '>') {
      at++;
    }
    return window.has(at + 6)
        && FromLine.begins(window.array(), window.base() + at, window.base() + at + 6);
  }

  static byte[] undo(byte[] mail, boolean onlySingle) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(mail.length);
    int line = 0;
    while (line < mail.length) {
      int end = line;
      while (end < mail.length && mail[end] != '\n') {
        end++;
      }
      end = Math.min(end + 1, mail.length);
      int arrows = 0;
      while (line + arrows < end && mail[line + arrows] == '>') {
        arrows++;
      }
      boolean quoted =
          arrows > 0
              && (arrows == 1 || !onlySingle)
              && FromLine.begins(mail, line + arrows, mail.length);
      int from = quoted ? line + 1 : line;
      out.write(mail, from, end - from);
      line = end;
    }
    return out.toByteArray();
  }
}
