package io.github.patchlane.mailinglist.series;

import io.github.patchlane.core.diff.DiffHunk;
import io.github.patchlane.core.diff.FileDiff;
import io.github.patchlane.core.diff.UnifiedDiff;
import io.github.patchlane.mailinglist.message.Message;
import io.github.patchlane.mailinglist.message.Part;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
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
  private final String source;
  private final byte[] change;
  private final Optional<UnifiedDiff> diff;

  private PatchText(
      InBodyHeaders headers,
      String message,
      String text,
      String source,
      byte[] change,
      Optional<UnifiedDiff> diff) {
    this.headers = headers;
    this.message = message;
    this.text = text;
    this.source = source;
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

  /** The text that the message stands in, which in an attached patch is not the mail's. */
  String source() {
    return source;
  }

  /** The text, notes and what follows the change included; of a change in it only the headers. */
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
    for (Part part : mail.parts()) {
      if (part.inline()) {
        byte[] bytes = Arrays.copyOfRange(part.array(), part.start(), part.end());
        UnifiedDiff diff = UnifiedDiff.parse(bytes);
        if (!diff.files().isEmpty()) {
          return inline(withoutHunks(bytes, diff, part.charset()), bytes, diff);
        }
      }
    }
    String text = mail.text();
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
          headers, messageIn(text, headers.end()), text, text, new byte[0], Optional.empty());
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
        own,
        change,
        Optional.of(UnifiedDiff.parse(change)));
  }

  /** What is not the change's own lines speaks of it; those say nothing, and are most of a mail. */
  private static String withoutHunks(byte[] bytes, UnifiedDiff diff, Charset charset) {
    ByteArrayOutputStream rest = new ByteArrayOutputStream();
    int at = 0;
    for (FileDiff file : diff.files()) {
      for (DiffHunk hunk : file.hunks()) {
        rest.write(bytes, at, hunk.start() - at);
        at = hunk.end();
      }
    }
    rest.write(bytes, at, bytes.length - at);
    return rest.toString(charset);
  }

  private static PatchText inline(String text, byte[] bytes, UnifiedDiff diff) {
    InBodyHeaders headers = InBodyHeaders.read(text, afterScissors(text));
    return new PatchText(
        headers,
        messageIn(text, headers.end()),
        text,
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
      if (Scissors.at(text, lineStart, lineEnd)) {
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
