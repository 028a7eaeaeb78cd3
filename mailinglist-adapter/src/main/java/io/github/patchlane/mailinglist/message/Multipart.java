package io.github.patchlane.mailinglist.message;

import jakarta.activation.DataSource;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.SharedByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Takes a multipart body apart, one level deep, by Angus. Before Angus sees it, it is cut where it
 * has more parts or longer part headers than any mail has, so that what Angus builds is bounded.
 */
final class Multipart {
  private static final int LONGEST_PART_HEADER = 64 * 1024;

  private Multipart() {}

  /**
   * The parts in order; none where the body cannot be taken apart.
   *
   * @param most how many parts may be taken; those after them are left out and {@code damage} told
   */
  static List<Entity> split(Entity whole, int most, Damage damage) {
    Optional<byte[]> delimiter = delimiter(whole);
    if (delimiter.isEmpty()) {
      damage.note("a multipart body has no boundary; it was read as plain text");
      return List.of();
    }
    Slice content = whole.content().to(end(whole.content(), delimiter.get(), most, damage));
    String fallback =
        whole.type().value().equals("multipart/digest") ? "message/rfc822" : "text/plain";
    try {
      MimeMultipart parsed = new MimeMultipart(new Source(content, contentType(delimiter.get())));
      List<Entity> parts = new ArrayList<>();
      for (int i = 0; i < Math.min(most, parsed.getCount()); i++) {
        parts.add(entity((MimeBodyPart) parsed.getBodyPart(i), fallback));
      }
      return parts;
    } catch (MessagingException | RuntimeException e) {
      damage.note("a multipart body cannot be taken apart; it was read as plain text");
      return List.of();
    }
  }

  private static Entity entity(MimeBodyPart part, String fallback) throws MessagingException {
    InputStream raw = part.getRawInputStream();
    return new Entity(
        ContentField.type(header(part, "Content-Type"), fallback),
        ContentField.disposition(header(part, "Content-Disposition")),
        header(part, "Content-Transfer-Encoding"),
        ((Stream) raw).slice());
  }

  private static String header(MimeBodyPart part, String name) throws MessagingException {
    String[] values = part.getHeader(name);
    return values == null || values.length == 0
        ? ""
        : HeaderText.folded(Slice.of(values[0].getBytes(StandardCharsets.ISO_8859_1)));
  }

  /** The line that parts the parts: as declared, else the first that looks like one. */
  private static Optional<byte[]> delimiter(Entity whole) {
    String declared = whole.type().parameter("boundary");
    if (!declared.isEmpty()) {
      return Optional.of(("--" + declared).getBytes(StandardCharsets.ISO_8859_1));
    }
    Slice content = whole.content();
    for (int at = content.start; at < content.end; at = content.indexOf((byte) '\n', at) + 1) {
      if (isDashes(content, at)) {
        Slice line = new Slice(content.array, at, content.indexOf((byte) '\n', at));
        String text = new String(line.copy(), StandardCharsets.ISO_8859_1).stripTrailing();
        return text.length() < 3 || text.length() > 200
            ? Optional.empty()
            : Optional.of(text.getBytes(StandardCharsets.ISO_8859_1));
      }
    }
    return Optional.empty();
  }

  private static boolean isDashes(Slice content, int at) {
    return at + 1 < content.end && content.array[at] == '-' && content.array[at + 1] == '-';
  }

  private static String contentType(byte[] delimiter) {
    String boundary = new String(delimiter, 2, delimiter.length - 2, StandardCharsets.ISO_8859_1);
    String quoted = boundary.replace("\\", "\\\\").replace("\"", "\\\"");
    return "multipart/mixed; boundary=\"" + quoted + '"';
  }

  /** Where Angus may read to. */
  private static int end(Slice content, byte[] delimiter, int most, Damage damage) {
    int parts = 0;
    int headerStart = -1;
    int at = content.start;
    while (at < content.end) {
      int next = Math.min(content.indexOf((byte) '\n', at) + 1, content.end);
      if (content.hasAt(at, delimiter) && endsThere(content, at + delimiter.length)) {
        if (parts++ == most) {
          damage.note("a multipart body has more than " + most + " parts; the rest was left out");
          return at;
        }
        headerStart = next;
      } else if (headerStart >= 0 && next - headerStart > LONGEST_PART_HEADER) {
        damage.note("a part's header is longer than any; the mail was cut there");
        return headerStart;
      } else if (isBlankLine(content, at)) {
        headerStart = -1;
      }
      at = next;
    }
    return content.end;
  }

  /** One boundary may be the start of another. */
  private static boolean endsThere(Slice content, int at) {
    return at == content.end || "\n\r \t-".indexOf(content.array[at]) >= 0;
  }

  private static boolean isBlankLine(Slice content, int at) {
    byte first = content.array[at];
    return first == '\n'
        || (first == '\r' && at + 1 < content.end && content.array[at + 1] == '\n');
  }

  /** Hands out ranges of one array; Angus asks for them, so no part is copied. */
  private static final class Stream extends SharedByteArrayInputStream {
    Stream(byte[] array, int from, int length) {
      super(array, from, length);
    }

    @Override
    public InputStream newStream(long from, long to) {
      long end = to == -1 ? (long) count - start : to;
      return new Stream(buf, start + (int) from, (int) (end - from));
    }

    Slice slice() {
      return new Slice(buf, start, count);
    }
  }

  /** A body and its type, for Angus. */
  private record Source(Slice content, String type) implements DataSource {
    @Override
    public InputStream getInputStream() {
      return new Stream(content.array, content.start, content.length());
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
      throw new IOException("a mail that was received is not written to");
    }

    @Override
    public String getContentType() {
      return type;
    }

    @Override
    public String getName() {
      return "";
    }
  }
}
