package io.github.patchlane.mailinglist.message;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;

/**
 * Finds the fields of a mail's header in one pass over its bytes. It reads what archives hold: an
 * mbox's {@code From } line or its quoted kind first, lines without a colon, NUL bytes, any line
 * end, no blank line before the body.
 */
final class HeaderScanner {
  /** More fields than any mail has; those after it are passed over. */
  private static final int MOST_FIELDS = 5_000;

  private static final int LONGEST_NAME = 100;

  /** A few lost lines may stand before a header; a text with a field far down is no mail. */
  private static final int MOST_LINES_BEFORE = 10;

  private static final byte[] ENVELOPE = "From ".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] QUOTED_ENVELOPE = ">From ".getBytes(StandardCharsets.US_ASCII);

  /** Names that make a line a header's: what looks like a field may also be prose. */
  private static final Set<String> KNOWN =
      Set.of(
          "received",
          "return-path",
          "delivered-to",
          "dkim-signature",
          "from",
          "sender",
          "reply-to",
          "to",
          "cc",
          "date",
          "subject",
          "message-id",
          "in-reply-to",
          "references",
          "mime-version",
          "precedence",
          "errors-to",
          "user-agent");

  private final Slice mail;
  private final Damage damage;
  private int[] fields = new int[4 * 48];
  private int used;
  private boolean known;

  /** Whether the last line was passed over, so that a continuation is passed over with it. */
  private boolean passedOver;

  private HeaderScanner(Slice mail, Damage damage) {
    this.mail = mail;
    this.damage = damage;
  }

  /** The header's index; empty of fields where no line is a field that mails have. */
  static HeaderBlock scan(Slice mail, Damage damage) {
    return new HeaderScanner(mail, damage).scan();
  }

  private HeaderBlock scan() {
    int at = skipLead();
    Slice envelope = new Slice(mail.array, at, at);
    while (mail.hasAt(at, ENVELOPE) || mail.hasAt(at, QUOTED_ENVELOPE)) {
      int lineEnd = mail.indexOf((byte) '\n', at);
      if (envelope.length() == 0) {
        envelope = new Slice(mail.array, at, lineEnd);
      }
      at = Math.min(lineEnd + 1, mail.end);
    }
    int bodyStart = scanFields(at);
    int[] found = known ? Arrays.copyOf(fields, used) : new int[0];
    return new HeaderBlock(mail, found, envelope, bodyStart);
  }

  private int skipLead() {
    int at = mail.start;
    if (mail.hasAt(at, MailCharset.UTF_8_MARK)) {
      at += MailCharset.UTF_8_MARK.length;
    }
    while (at < mail.end && (mail.array[at] == '\n' || mail.array[at] == '\r')) {
      at++;
    }
    return at;
  }

  private int scanFields(int from) {
    int at = from;
    int strayLines = 0;
    while (at < mail.end && strayLines <= MOST_LINES_BEFORE) {
      int lineEnd = mail.indexOf((byte) '\n', at);
      int textEnd = lineEnd > at && mail.array[lineEnd - 1] == '\r' ? lineEnd - 1 : lineEnd;
      int next = Math.min(lineEnd + 1, mail.end);
      if (textEnd == at) {
        return next;
      }
      byte first = mail.array[at];
      if ((first == ' ' || first == '\t') && used > 0) {
        fields[used - 1] = passedOver ? fields[used - 1] : textEnd;
      } else {
        int nameEnd = nameEnd(at, textEnd);
        passedOver = nameEnd < 0 || !add(at, nameEnd, textEnd);
        if (nameEnd < 0 && used == 0) {
          strayLines++;
        } else if (nameEnd < 0 && !isKnownField(afterContinuation(next))) {
          damage.note("no blank line ends the header; the body starts at the first other line");
          return at;
        } else if (nameEnd < 0) {
          damage.note("a line of the header is no field; it was passed over");
        }
      }
      at = next;
    }
    return mail.end;
  }

  private boolean add(int nameStart, int nameEnd, int textEnd) {
    if (used == 4 * MOST_FIELDS) {
      damage.note("more than " + MOST_FIELDS + " header fields; the rest was passed over");
      return false;
    }
    if (used == fields.length) {
      fields = Arrays.copyOf(fields, 2 * used);
    }
    fields[used] = nameStart;
    fields[used + 1] = nameEnd;
    fields[used + 2] = mail.indexOf((byte) ':', nameEnd) + 1;
    fields[used + 3] = textEnd;
    used += 4;
    known = known || isKnown(nameStart, nameEnd);
    return true;
  }

  private int afterContinuation(int from) {
    int at = from;
    while (at < mail.end && (mail.array[at] == ' ' || mail.array[at] == '\t')) {
      at = Math.min(mail.indexOf((byte) '\n', at) + 1, mail.end);
    }
    return at;
  }

  private boolean isKnownField(int at) {
    int nameEnd = nameEnd(at, mail.end);
    return nameEnd >= 0 && isKnown(at, nameEnd);
  }

  private boolean isKnown(int nameStart, int nameEnd) {
    String name =
        new String(mail.array, nameStart, nameEnd - nameStart, StandardCharsets.ISO_8859_1)
            .toLowerCase(Locale.ROOT);
    return KNOWN.contains(name)
        || name.startsWith("x-")
        || name.startsWith("content-")
        || name.startsWith("list-");
  }

  /** Where the field's name ends, white space before the colon left out; -1 for no field. */
  private int nameEnd(int from, int to) {
    int limit = Math.min(to, from + LONGEST_NAME);
    int at = from;
    while (at < limit && mail.array[at] > ' ' && mail.array[at] < 0x7f && mail.array[at] != ':') {
      at++;
    }
    int nameEnd = at;
    while (at < limit && (mail.array[at] == ' ' || mail.array[at] == '\t')) {
      at++;
    }
    return nameEnd > from && at < limit && mail.array[at] == ':' ? nameEnd : -1;
  }
}
