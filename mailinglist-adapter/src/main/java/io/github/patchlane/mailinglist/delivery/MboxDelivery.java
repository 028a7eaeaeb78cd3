package io.github.patchlane.mailinglist.delivery;

import io.github.patchlane.core.contribution.MessageId;
import io.github.patchlane.core.plan.Attempt;
import io.github.patchlane.mailinglist.compose.MailForm;
import io.github.patchlane.mailinglist.compose.OutgoingMail;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Appends to an mbox. No line of a composed mail looks like the start of the next, so that every
 * dialect reads the file alike and {@code git am} takes it as it is.
 *
 * <p>The file is locked while it is open. A mail that was cut short by a crash stands at its end,
 * and is taken off when it is asked for.
 */
public final class MboxDelivery implements Delivery {
  private static final DateTimeFormatter ASCTIME =
      DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ROOT);
  private static final String ID = "message-id:";

  private final Path path;
  private final FileChannel file;
  private final Map<String, Long> starts = new HashMap<>();
  private long lastStart = -1;

  private MboxDelivery(Path path, FileChannel file) {
    this.path = path;
    this.file = file;
  }

  /**
   * Opens an mbox, or begins one.
   *
   * @throws UndeliverableMailException where it cannot be written, is no mbox, or another process
   *     has it
   */
  public static MboxDelivery open(Path path) {
    FileChannel file = null;
    try {
      file =
          FileChannel.open(
              path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
      if (lock(file) == null) {
        throw new UndeliverableMailException(
            "the mbox " + path + " is in use by another program; wait for it to end");
      }
      MboxDelivery delivery = new MboxDelivery(path, file);
      delivery.index();
      return delivery;
    } catch (IOException | RuntimeException e) {
      close(file);
      if (e instanceof UndeliverableMailException told) {
        throw told;
      }
      throw new UndeliverableMailException(
          "cannot write to the mbox " + path + " (" + e + "); name a file that can be written", e);
    }
  }

  private static @Nullable FileLock lock(FileChannel file) throws IOException {
    try {
      return file.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  /** Notes where each mail starts, without holding any of them. */
  private void index() throws IOException {
    file.position(0);
    // not closed: that would close the file
    InputStream in = new BufferedInputStream(Channels.newInputStream(file), 1 << 16);
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    long at = 0;
    long lineStart = 0;
    boolean inHeader = false;
    boolean afterBlank = true;
    for (int b = in.read(); b >= 0; b = in.read()) {
      at++;
      if (b != '\n') {
        // the start of a line says all that is asked here
        if (line.size() < 1024) {
          line.write(b);
        }
        continue;
      }
      String text = line.toString(StandardCharsets.ISO_8859_1);
      line.reset();
      if (lineStart == 0 && !text.startsWith("From ")) {
        throw new UndeliverableMailException(
            path + " is there and is no mbox; name another file, it is left as it is");
      }
      if (afterBlank && text.startsWith("From ")) {
        lastStart = lineStart;
        inHeader = true;
      } else if (inHeader) {
        inHeader = !text.isEmpty();
        if (text.regionMatches(true, 0, ID, 0, ID.length())) {
          starts.put(MessageId.bare(text.substring(ID.length())), lastStart);
        }
      }
      afterBlank = text.isEmpty() || text.equals("\r");
      lineStart = at;
    }
    String tail = line.toString(StandardCharsets.ISO_8859_1);
    if (afterBlank && !tail.isEmpty() && (tail.startsWith("From ") || "From ".startsWith(tail))) {
      lastStart = lineStart;
    }
  }

  @Override
  public String name() {
    return "mbox:" + path;
  }

  @Override
  public boolean knows() {
    return true;
  }

  @Override
  public boolean has(OutgoingMail mail) {
    try {
      Long start = starts.get(mail.id().value());
      if (start != null && start != lastStart) {
        return true;
      }
      if (lastStart >= 0 && isCutShort(mail)) {
        file.truncate(lastStart);
        file.force(true);
        starts.remove(mail.id().value());
        lastStart = -1;
        return false;
      }
      return start != null;
    } catch (IOException e) {
      throw broken(e);
    }
  }

  /** Whether what stands last in the file is the beginning of this mail and no more. */
  private boolean isCutShort(OutgoingMail mail) throws IOException {
    byte[] whole = entry(mail);
    long there = file.size() - lastStart;
    if (there >= whole.length) {
      return false;
    }
    ByteBuffer tail = ByteBuffer.allocate((int) there);
    while (tail.hasRemaining() && file.read(tail, lastStart + tail.position()) >= 0) {}
    return Arrays.equals(tail.array(), 0, (int) there, whole, 0, (int) there);
  }

  @Override
  public Attempt deliver(OutgoingMail mail) {
    try {
      long start = file.size();
      ByteBuffer bytes = ByteBuffer.wrap(entry(mail));
      while (bytes.hasRemaining()) {
        file.write(bytes, start + bytes.position());
      }
      file.force(true);
      starts.put(mail.id().value(), start);
      lastStart = start;
      return new Attempt.Done(Map.of("message-id", mail.id().value()));
    } catch (IOException e) {
      throw broken(e);
    }
  }

  private static byte[] entry(OutgoingMail mail) {
    byte[] bytes = MailForm.bytes(mail);
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + 64);
    String line =
        "From patchlane " + ASCTIME.format(mail.date().withOffsetSameInstant(ZoneOffset.UTC));
    out.writeBytes((line + "\n").getBytes(StandardCharsets.US_ASCII));
    out.writeBytes(bytes);
    if (bytes[bytes.length - 1] != '\n') {
      out.write('\n');
    }
    out.write('\n');
    return out.toByteArray();
  }

  private UndeliverableMailException broken(IOException e) {
    return new UndeliverableMailException(
        "cannot write to the mbox " + path + " (" + e + "); run again when it can be written", e);
  }

  @Override
  public void close() {
    close(file);
  }

  private static void close(@Nullable FileChannel file) {
    if (file == null) {
      return;
    }
    try {
      file.close();
    } catch (IOException e) {
      throw new UndeliverableMailException("cannot close the mbox (" + e + ")", e);
    }
  }
}
