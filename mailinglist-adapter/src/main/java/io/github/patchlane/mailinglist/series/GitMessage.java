package io.github.patchlane.mailinglist.series;

import io.github.patchlane.core.contribution.Person;
import io.github.patchlane.mailinglist.message.Header;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;

/**
 * What a mail becomes as a commit, by the rules of {@code git am --scissors}: the lines {@code
 * From:}, {@code Date:} and {@code Subject:} on top of the body speak for the author, what is above
 * scissors is dropped, and the message ends where the patch begins.
 */
final class GitMessage {
  private static final String[] NAMES = {"from:", "subject:", "date:"};
  private static final int FROM = 0;
  private static final int SUBJECT = 1;
  private static final int DATE = 2;
  private static final int SEPARATOR =
      "From 0123456789012345678901234567890123456789 Mon Sep 17 00:00:00 2001".length();

  private final Header header;
  private final String[] inBody = {"", "", ""};
  private final StringBuilder log = new StringBuilder();

  /** The header line being read, with what is folded onto it. */
  private String open = "";

  private boolean onTop = true;

  private GitMessage(Header header) {
    this.header = header;
  }

  /**
   * @param text of the mail from the body's start
   */
  static GitMessage read(Header header, String text) {
    GitMessage message = new GitMessage(header);
    int at = 0;
    while (at < text.length()) {
      int eol = text.indexOf('\n', at);
      int next = eol < 0 ? text.length() : eol + 1;
      if (!message.take(text, at, eol < 0 ? text.length() : eol)) {
        break;
      }
      at = next;
    }
    message.close();
    return message;
  }

  /** False where the patch begins. */
  private boolean take(String text, int start, int end) {
    if (onTop) {
      if (start == end) {
        onTop = open.isEmpty();
        close();
        return true;
      }
      onTop = isHeader(text, start, end);
      if (onTop) {
        return true;
      }
    }
    if (Scissors.at(text, start, end)) {
      log.setLength(0);
      inBody[FROM] = "";
      inBody[SUBJECT] = "";
      inBody[DATE] = "";
      onTop = true;
      return true;
    }
    if (beginsPatch(text, start, end)) {
      return false;
    }
    log.append(text, start, end).append('\n');
    return true;
  }

  private boolean isHeader(String text, int start, int end) {
    char first = text.charAt(start);
    if (!open.isEmpty() && (first == ' ' || first == '\t')) {
      if (Scissors.at(text, start, end)) {
        close();
        return false;
      }
      open += text.substring(start, end);
      return true;
    }
    close();
    if (text.startsWith(">From ", start)) {
      return end - start == SEPARATOR + 1 && text.startsWith(" 2001", end - 5);
    }
    if (text.startsWith("[PATCH]", start)
        && start + 7 < end
        && Character.isWhitespace(text.charAt(start + 7))) {
      inBody[SUBJECT] = text.substring(start, end);
      return true;
    }
    for (int i = 0; i < NAMES.length; i++) {
      if (inBody[i].isEmpty()
          && isNamed(text, start, end, NAMES[i])
          && (i != FROM || hasAddress(text, start, end))) {
        open = text.substring(start, end);
        return true;
      }
    }
    return false;
  }

  /** Git takes a From without one for the author, too, and then has none to commit as. */
  private static boolean hasAddress(String text, int start, int end) {
    int at = text.indexOf('@', start);
    return at >= 0 && at < end;
  }

  private static boolean isNamed(String text, int start, int end, String name) {
    return end - start >= name.length() && text.regionMatches(true, start, name, 0, name.length());
  }

  private void close() {
    for (int i = 0; i < NAMES.length; i++) {
      if (!open.isEmpty() && open.toLowerCase(Locale.ROOT).startsWith(NAMES[i])) {
        inBody[i] = open.substring(NAMES[i].length()).strip();
      }
    }
    open = "";
  }

  /** A file's header, or three dashes that stand alone. */
  private static boolean beginsPatch(String text, int start, int end) {
    if (text.startsWith("diff -", start) || text.startsWith("Index: ", start)) {
      return true;
    }
    if (!text.startsWith("---", start) || end < start + 3) {
      return false;
    }
    boolean named =
        start + 4 < end
            && text.charAt(start + 3) == ' '
            && !Character.isWhitespace(text.charAt(start + 4));
    return named || text.substring(start + 3, end).isBlank();
  }

  /** Who wrote the patch; empty where neither body nor header names anybody. */
  Optional<Person> author() {
    return Optional.of(inBody[FROM])
        .filter(from -> !from.isEmpty())
        .flatMap(from -> GitAuthor.parse(Header.decoded(from)))
        .or(() -> GitAuthor.parse(header.from()));
  }

  Optional<OffsetDateTime> date() {
    return inBody[DATE].isEmpty() ? header.date() : Header.date(inBody[DATE]).or(header::date);
  }

  /** The subject without prefixes, an empty line, and the rest. */
  String message() {
    String subject = inBody[SUBJECT].isEmpty() ? header.subject() : Header.decoded(inBody[SUBJECT]);
    return cleaned(plainSubject(subject) + "\n\n" + log);
  }

  /** Takes off every {@code Re:} and every bracket at the front, whatever it holds. */
  private static String plainSubject(String subject) {
    int at = 0;
    while (at < subject.length()) {
      char c = subject.charAt(at);
      if (c == ' ' || c == '\t' || c == ':') {
        at++;
      } else if (subject.regionMatches(true, at, "re:", 0, 3) && subject.length() > at + 3) {
        at += 3;
      } else if (c == '[' && subject.indexOf(']', at) > 0) {
        at = subject.indexOf(']', at) + 1;
      } else {
        break;
      }
    }
    StringBuilder out = new StringBuilder(subject.length());
    for (int i = at; i < subject.length(); i++) {
      char c = subject.charAt(i);
      boolean space = c == ' ' || (c >= '\t' && c <= '\r');
      if (!space) {
        out.append(c);
      } else if (out.length() > 0 && out.charAt(out.length() - 1) != ' ') {
        out.append(' ');
      }
    }
    return out.toString().strip();
  }

  /** No blanks at line ends, no two empty lines in a row, none at either end. */
  private static String cleaned(String text) {
    StringBuilder out = new StringBuilder(text.length());
    boolean gap = false;
    int at = 0;
    while (at < text.length()) {
      int eol = text.indexOf('\n', at);
      int end = eol < 0 ? text.length() : eol;
      int next = eol < 0 ? text.length() : eol + 1;
      while (end > at && isSpace(text.charAt(end - 1))) {
        end--;
      }
      if (end == at) {
        gap = out.length() > 0;
      } else {
        out.append(gap ? "\n" : "").append(text, at, end).append('\n');
        gap = false;
      }
      at = next;
    }
    return out.toString();
  }

  private static boolean isSpace(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }
}
