package io.github.patchlane.mailinglist.series;

import io.github.patchlane.core.diff.UnifiedDiff;
import io.github.patchlane.mailinglist.message.Message;
import io.github.patchlane.mailinglist.message.Part;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * A mail taken apart as a patch: what its author says in the body, the commit message, the notes
 * that stay out of it, and the bytes of the change.
 */
final class PatchText {
  private final InBodyHeaders headers;
  private final String message;
  private final String text;
  private final byte[] change;
  private final Optional<UnifiedDiff> diff;

  private PatchText(
      InBodyHeaders headers,
      String message,
      String text,
      byte[] change,
      Optional<UnifiedDiff> diff) {
    this.headers = headers;
    this.message = message;
    this.text = text;
    this.change = change;
    this.diff = diff;
  }

  /** The lines that speak for the author. */
  InBodyHeaders headers() {
    return headers;
  }

  /** The commit message without the subject, up to {@code ---} or the change. */
  String message() {
    return message;
  }

  /** The whole text, notes and what follows the change included. */
  String text() {
    return text;
  }

  /** The bytes from the first diff on; empty where the mail has none. */
  byte[] change() {
    return change.clone();
  }

  /** The change, read. */
  Optional<UnifiedDiff> diff() {
    return diff;
  }

  /** Looks into the inline text first, then into the attachments, in order. */
  static PatchText of(Message mail) {
    String text = mail.text();
    for (Part part : mail.parts()) {
      if (part.inline()) {
        byte[] bytes = Arrays.copyOfRange(part.array(), part.start(), part.end());
        UnifiedDiff diff = UnifiedDiff.parse(bytes);
        if (!diff.files().isEmpty()) {
          String partText = part.text();
          return inline(partText, bytes, diff);
        }
      }
    }
    ByteArrayOutputStream attached = new ByteArrayOutputStream();
    Optional<String> firstText = Optional.empty();
    for (Part part : mail.parts()) {
      if (!part.inline()) {
        byte[] bytes = Arrays.copyOfRange(part.array(), part.start(), part.end());
        UnifiedDiff diff = UnifiedDiff.parse(bytes);
        if (!diff.files().isEmpty()) {
          attached.write(bytes, diff.start(), diff.end() - diff.start());
          if (firstText.isEmpty()) {
            firstText = Optional.of(part.text());
          }
        }
      }
    }
    if (attached.size() == 0) {
      InBodyHeaders headers = InBodyHeaders.read(text, afterScissors(text));
      return new PatchText(
          headers, messageIn(text, headers.end()), text, new byte[0], Optional.empty());
    }
    // an attached file made by format-patch brings its own headers; a bare diff leaves the mail's
    // text
    byte[] change = attached.toByteArray();
    String own = firstText.orElse("");
    InBodyHeaders headers = InBodyHeaders.read(own, 0);
    if (headers.from().isEmpty()) {
      own = text;
      headers = InBodyHeaders.read(own, afterScissors(own));
    }
    return new PatchText(
        headers,
        messageIn(own, headers.end()),
        text,
        change,
        Optional.of(UnifiedDiff.parse(change)));
  }

  private static PatchText inline(String text, byte[] bytes, UnifiedDiff diff) {
    InBodyHeaders headers = InBodyHeaders.read(text, afterScissors(text));
    return new PatchText(
        headers,
        messageIn(text, headers.end()),
        text,
        Arrays.copyOfRange(bytes, diff.start(), diff.end()),
        Optional.of(diff));
  }

  /** Where the text begins that counts: behind the first scissors line, or at the start. */
  private static int afterScissors(String text) {
    int at = nextBlade(text, 0);
    while (at >= 0) {
      int lineStart = text.lastIndexOf('\n', at) + 1;
      int eol = text.indexOf('\n', at);
      int lineEnd = eol < 0 ? text.length() : eol;
      if (isScissors(text, lineStart, lineEnd)) {
        return Math.min(text.length(), lineEnd + 1);
      }
      at = nextBlade(text, lineEnd);
    }
    return 0;
  }

  private static int nextBlade(String text, int from) {
    int left = text.indexOf("8<", from);
    int right = text.indexOf(">8", from);
    return left < 0 ? right : right < 0 ? left : Math.min(left, right);
  }

  /**
   * Git's rule: at least eight columns, mostly a perforation of dashes and scissors, with few
   * blanks in it.
   */
  private static boolean isScissors(String text, int start, int end) {
    boolean inPerforation = false;
    int perforation = 0;
    int gap = 0;
    boolean scissors = false;
    int first = -1;
    int last = -1;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (Character.isWhitespace(c)) {
        if (inPerforation) {
          perforation++;
          gap++;
        }
        continue;
      }
      last = i;
      first = first < 0 ? i : first;
      if (c == '-') {
        inPerforation = true;
        perforation++;
      } else if (isBlade(text, i, end)) {
        inPerforation = true;
        perforation += 2;
        scissors = true;
        i++;
        last = i;
      } else {
        inPerforation = false;
      }
    }
    int visible = first < 0 ? 0 : last - first + 1;
    return scissors && visible >= 8 && visible < perforation * 3 && gap * 2 < perforation;
  }

  private static boolean isBlade(String text, int at, int end) {
    if (at + 1 >= end) {
      return false;
    }
    char a = text.charAt(at);
    char b = text.charAt(at + 1);
    return (a == '>' && (b == '8' || b == '%')) || ((a == '8' || a == '%') && b == '<');
  }

  private static String messageIn(String text, int start) {
    int at = start;
    while (at < text.length()) {
      int eol = text.indexOf('\n', at);
      int end = eol < 0 ? text.length() : eol;
      if (endsMessage(text, at, end)) {
        break;
      }
      at = eol < 0 ? text.length() : eol + 1;
    }
    return text.substring(Math.min(start, at), at).strip();
  }

  private static boolean endsMessage(String text, int start, int end) {
    if (text.startsWith("---", start)) {
      return text.substring(start + 3, end).isBlank()
          || (text.startsWith("--- ", start)
              && text.startsWith("+++ ", Math.min(text.length(), end + 1)));
    }
    return text.startsWith("diff --git ", start)
        || text.startsWith("diff -", start)
        || text.startsWith("Index: ", start);
  }
}
