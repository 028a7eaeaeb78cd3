package io.github.patchlane.mailinglist.message;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import org.eclipse.angus.mail.util.BASE64DecoderStream;
import org.eclipse.angus.mail.util.QPDecoderStream;

/**
 * Undoes a body's {@code Content-Transfer-Encoding} and loses nothing: what cannot be decoded is
 * handed on as it stands. What is not encoded is not copied.
 */
final class TransferEncoding {
  private static final boolean[] ALPHABET = new boolean[128];

  static {
    for (char c = 'A'; c <= 'Z'; c++) {
      ALPHABET[c] = true;
      ALPHABET[c + ('a' - 'A')] = true;
    }
    for (char c = '0'; c <= '9'; c++) {
      ALPHABET[c] = true;
    }
    ALPHABET['+'] = true;
    ALPHABET['/'] = true;
    ALPHABET['='] = true;
  }

  private TransferEncoding() {}

  static Slice decode(Slice body, String encoding, Damage damage) {
    return switch (encoding.strip().toLowerCase(Locale.ROOT)) {
      case "base64" -> base64(body, damage);
      case "quoted-printable" -> quotedPrintable(body, damage);
      case "uuencode", "x-uuencode", "x-uue" -> uuencode(body, damage);
      default -> body;
    };
  }

  /** Line by line: no escape goes over a line's end, and most lines have none to undo. */
  private static Slice quotedPrintable(Slice body, Damage damage) {
    byte[] out = new byte[body.length()];
    int length = 0;
    int at = body.start;
    while (at < body.end) {
      int next = Math.min(body.indexOf((byte) '\n', at) + 1, body.end);
      Slice line = new Slice(body.array, at, next);
      if (isPlain(line)) {
        System.arraycopy(line.array, at, out, length, line.length());
        length += line.length();
      } else {
        length = unquote(line, out, length, damage);
      }
      at = next;
    }
    return new Slice(out, 0, length);
  }

  /** Undone, a line is never longer than it was; returns where it ends. */
  private static int unquote(Slice line, byte[] out, int from, Damage damage) {
    int length = from;
    try (QPDecoderStream decoder = new QPDecoderStream(in(line))) {
      for (int b = decoder.read(); b >= 0 && length - from < line.length(); b = decoder.read()) {
        out[length++] = (byte) b;
      }
      return length;
    } catch (IOException | RuntimeException e) {
      damage.note("the body's transfer encoding is damaged; the lines it is in were kept");
      System.arraycopy(line.array, line.start, out, from, line.length());
      return from + line.length();
    }
  }

  /** No escape, and no blank before the line's end, which does not count. */
  private static boolean isPlain(Slice line) {
    int end = line.end;
    while (end > line.start && (line.array[end - 1] == '\n' || line.array[end - 1] == '\r')) {
      end--;
    }
    boolean blank = end > line.start && line.array[end - 1] == ' ';
    return !blank && line.indexOf((byte) '=', line.start) == line.end;
  }

  /**
   * Lists append a footer in plain text below a base64 body; it is kept as it stands. What is
   * called base64 and has not one line of it is left alone.
   */
  static Slice base64(Slice body, Damage damage) {
    int end = endOfBase64(body);
    if (end == body.start && !body.isBlank()) {
      damage.note("the body is called base64 and is not; it was read as it stands");
      return body;
    }
    byte[] decoded = base64Lines(body.to(end), damage);
    Slice rest = body.from(end);
    if (rest.isBlank()) {
      return Slice.of(decoded);
    }
    damage.note("text below the base64 body is not encoded; it was kept as it stands");
    byte[] whole = Arrays.copyOf(decoded, decoded.length + rest.length());
    System.arraycopy(rest.array, rest.start, whole, decoded.length, rest.length());
    return Slice.of(whole);
  }

  private static byte[] base64Lines(Slice lines, Damage damage) {
    try {
      ByteBuffer source = ByteBuffer.wrap(lines.array, lines.start, lines.length());
      ByteBuffer out = Base64.getMimeDecoder().decode(source);
      byte[] decoded = new byte[out.remaining()];
      out.get(decoded);
      return decoded;
    } catch (IllegalArgumentException e) {
      damage.note("the base64 body is damaged; what could be decoded was");
      return read(new BASE64DecoderStream(in(lines), true), lines, damage).copy();
    }
  }

  /** The end of the last line that is base64 and nothing else; the start where there is none. */
  private static int endOfBase64(Slice body) {
    int lineEnd = body.end;
    while (lineEnd > body.start) {
      int at = lineEnd;
      boolean clean = true;
      boolean blank = true;
      while (at > body.start && body.array[at - 1] != '\n') {
        byte b = body.array[--at];
        boolean space = b == ' ' || b == '\t' || b == '\r';
        blank = blank && space;
        clean = clean && b >= 0 && (ALPHABET[b] || (b == '\r' && at == lineEnd - 1));
      }
      if (clean && !blank) {
        return lineEnd;
      }
      lineEnd = at - 1;
    }
    return body.start;
  }

  private static Slice uuencode(Slice body, Damage damage) {
    try {
      return read(MimeUtility.decode(in(body), "uuencode"), body, damage);
    } catch (MessagingException e) {
      damage.note("the uuencoded body is damaged; it was read as it stands");
      return body;
    }
  }

  /** All that a decoder gives until it gives up; the body itself where that is nothing. */
  private static Slice read(InputStream decoder, Slice body, Damage damage) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(Math.max(32, body.length()));
    try (decoder) {
      decoder.transferTo(out);
    } catch (IOException | RuntimeException e) {
      damage.note("the body's transfer encoding is damaged; what could be decoded was");
      if (out.size() == 0) {
        return body;
      }
    }
    return Slice.of(out.toByteArray());
  }

  private static InputStream in(Slice body) {
    return new ByteArrayInputStream(body.array, body.start, body.length());
  }
}
