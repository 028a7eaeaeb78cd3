package io.github.patchlane.mailinglist.archive;

import io.github.patchlane.core.source.Position;
import io.github.patchlane.core.source.Reading;
import java.io.InputStream;
import java.util.function.Consumer;
import java.util.function.LongFunction;

/**
 * Splits an mbox into mails, holding one of them at a time.
 *
 * <p>A mail ends before the next {@link MailStart} that follows a blank line; that blank line
 * belongs to neither mail. Where {@code Content-Length} leads to a mail's start or to the end, it
 * is believed instead (mboxcl2) and the body is taken as it stands; anywhere else it was left over
 * by some other mailbox and is ignored.
 */
final class MboxSplitter {
  private static final int LONGEST_SEPARATOR = 1000;
  private static final int LONGEST_HEADER = 1 << 20;
  private static final int SKIPPED_AT_ONCE = 1 << 16;

  private final Window window;
  private final int maxBytes;
  private final LongFunction<Position> positions;

  /**
   * @param offset where in the mbox the stream begins, which must be where a mail begins
   * @param maxBytes longer mails are cut there
   * @param positions names the place of the mail that begins at an offset
   */
  MboxSplitter(InputStream in, long offset, int maxBytes, LongFunction<Position> positions) {
    this.window = new Window(in, offset);
    this.maxBytes = maxBytes;
    this.positions = positions;
  }

  void forEach(Consumer<Reading<RawMail>> sink) {
    skipBlankLines();
    boolean told = false;
    while (window.has(1)) {
      next(sink);
      told = window.failure().isPresent() && !window.has(1);
    }
    if (!told && window.failure().isPresent()) {
      sink.accept(Trouble.unreadable(positions.apply(window.offset()), brokenOff()));
    }
  }

  /** Takes one mail, whose separator line lies at the window's start. */
  void next(Consumer<Reading<RawMail>> sink) {
    Position position = positions.apply(window.offset());
    boolean separated = MailStart.at(window, 0);
    boolean headed = separated || MailStart.headerAt(window, 0);
    boolean pipermail = false;
    if (separated) {
      int feed = window.lineFeed(0, LONGEST_SEPARATOR);
      int end = feed < 0 ? window.size() : feed;
      pipermail = FromLine.isPipermail(window.array(), window.base(), window.base() + end);
      window.drop(Math.min(end + 1, window.size()));
    }
    int given = ContentLength.end(window, LONGEST_HEADER, maxBytes);
    if (given >= 0) {
      byte[] mail = window.copy(0, given);
      window.drop(given);
      skipBlankLines();
      new BoundedMail(mail, mail.length).sendTo(sink, position);
      return;
    }
    Scan scan = scan();
    byte[] mail = scan.quoted ? FromQuoting.undo(scan.kept, pipermail) : scan.kept;
    if (window.failure().isPresent() && !window.has(1)) {
      sink.accept(Trouble.unreadable(position, mail, brokenOff()));
    } else if (!headed) {
      sink.accept(
          Trouble.unreadable(position, mail, "no \"From \" line of an mbox and no mail header"));
    } else {
      new BoundedMail(mail, mail.length + scan.lost).sendTo(sink, position);
    }
  }

  /** A mail found by its successor's separator. */
  private static final class Scan {
    private final byte[] kept;
    private final long lost;
    private final boolean quoted;

    /**
     * @param lost how many bytes the limit cost
     * @param quoted whether a line of it looks like a quoted {@code From } line
     */
    Scan(byte[] kept, long lost, boolean quoted) {
      this.kept = kept;
      this.lost = lost;
      this.quoted = quoted;
    }
  }

  private Scan scan() {
    Cut cut = new Cut();
    int line = 0;
    boolean lineStart = true;
    int blank = 0;
    while (window.has(line + 1)) {
      if (lineStart) {
        if (blank > 0 && MailStart.at(window, line)) {
          break;
        }
        cut.quoted |= FromQuoting.isQuoted(window, line);
      }
      int limit = cut.happened ? line + SKIPPED_AT_ONCE : Math.max(maxBytes, line) + 1;
      int feed = window.lineFeed(line, limit);
      int next = feed < 0 ? Math.min(window.size(), limit) : feed + 1;
      blank = lineStart && feed >= 0 && MailStart.isBlank(window, line) ? next - line : 0;
      lineStart = feed >= 0;
      line = cut.at(next);
    }
    return cut.finish(line, blank);
  }

  /** Keeps the beginning of a mail that outgrows the limit and lets go of the rest as it comes. */
  private final class Cut {
    private boolean happened;
    private boolean quoted;
    private byte[] kept = new byte[0];
    private long length;

    /** Returns the index to go on from. */
    int at(int index) {
      if (!happened && index <= maxBytes) {
        return index;
      }
      if (!happened) {
        kept = window.copy(0, maxBytes);
        happened = true;
      }
      length += index;
      window.drop(index);
      return 0;
    }

    /**
     * @param blank how long the blank line is that closes the mail, no part of it
     */
    Scan finish(int end, int blank) {
      if (happened) {
        return new Scan(kept, Math.max(0, length - blank - kept.length), quoted);
      }
      byte[] whole = window.copy(0, end - blank);
      window.drop(end);
      return new Scan(whole, 0, quoted);
    }
  }

  private void skipBlankLines() {
    while (MailStart.isBlank(window, 0)) {
      window.drop(window.array()[window.base()] == '\n' ? 1 : 2);
    }
  }

  private String brokenOff() {
    String reason = window.failure().map(Throwable::getMessage).orElse("");
    return "the archive breaks off inside this mail (" + reason + "); nothing after it was read";
  }
}
