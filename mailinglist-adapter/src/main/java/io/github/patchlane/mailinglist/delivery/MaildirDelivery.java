package io.github.patchlane.mailinglist.delivery;

import io.github.patchlane.core.plan.Attempt;
import io.github.patchlane.mailinglist.compose.MailForm;
import io.github.patchlane.mailinglist.compose.OutgoingMail;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/**
 * Delivers into a maildir. A mail's file is named after its Message-ID, so that the same mail is
 * found again whatever a mail program has done with it in the meantime; it appears in {@code new}
 * whole or not at all.
 */
public final class MaildirDelivery implements Delivery {
  private final Path directory;

  private MaildirDelivery(Path directory) {
    this.directory = directory;
  }

  /**
   * Opens a maildir, or makes one.
   *
   * @throws UndeliverableMailException where it cannot be made
   */
  public static MaildirDelivery open(Path directory) {
    try {
      for (String name : new String[] {"tmp", "new", "cur"}) {
        Files.createDirectories(directory.resolve(name));
      }
      return new MaildirDelivery(directory);
    } catch (IOException e) {
      throw new UndeliverableMailException(
          "cannot make a maildir at " + directory + " (" + e + "); name a folder of your own", e);
    }
  }

  @Override
  public String name() {
    return "maildir:" + directory;
  }

  @Override
  public boolean knows() {
    return true;
  }

  @Override
  public boolean has(OutgoingMail mail) {
    String name = name(mail);
    if (Files.exists(directory.resolve("new").resolve(name))) {
      return true;
    }
    // a mail program moves what it has seen, and adds its flags
    try (DirectoryStream<Path> seen =
        Files.newDirectoryStream(directory.resolve("cur"), p -> isNamed(p, name))) {
      return seen.iterator().hasNext();
    } catch (IOException e) {
      throw broken(e);
    }
  }

  private static boolean isNamed(Path path, String name) {
    String file = path.getFileName().toString();
    return file.equals(name) || file.startsWith(name + ":");
  }

  @Override
  public Attempt deliver(OutgoingMail mail) {
    String name = name(mail);
    Path draft = directory.resolve("tmp").resolve(name);
    try {
      try (FileChannel file =
          FileChannel.open(
              draft,
              StandardOpenOption.WRITE,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING)) {
        ByteBuffer bytes = ByteBuffer.wrap(MailForm.bytes(mail));
        while (bytes.hasRemaining()) {
          file.write(bytes);
        }
        file.force(true);
      }
      Files.move(draft, directory.resolve("new").resolve(name), StandardCopyOption.ATOMIC_MOVE);
      return new Attempt.Done(Map.of("message-id", mail.id().value()));
    } catch (IOException e) {
      throw broken(e);
    }
  }

  private static String name(OutgoingMail mail) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(mail.id().value().getBytes(StandardCharsets.UTF_8));
      return mail.date().toEpochSecond()
          + "."
          + HexFormat.of().formatHex(digest, 0, 10)
          + ".patchlane";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private UndeliverableMailException broken(IOException e) {
    return new UndeliverableMailException(
        "cannot write to the maildir " + directory + " (" + e + "); run again when it can be", e);
  }

  @Override
  public void close() {
    // nothing is held open
  }
}
