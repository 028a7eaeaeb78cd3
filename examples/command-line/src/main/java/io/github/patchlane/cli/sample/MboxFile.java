package io.github.patchlane.cli.sample;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The list as an mbox of the mboxrd kind: "From " lines in bodies get one more {@code >}. */
final class MboxFile implements Postbox {
  private static final DateTimeFormatter ASCTIME =
      DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss yyyy", Locale.ROOT);

  private final OutputStream out;
  private final MailWriter writer;
  private int mails;

  MboxFile(OutputStream out, MailWriter writer) {
    this.out = out;
    this.writer = writer;
  }

  @Override
  public void deliver(Mail mail) throws IOException {
    mails++;
    StringBuilder text = new StringBuilder("From mboxrd@z ");
    text.append(ASCTIME.format(mail.sent().atOffset(ZoneOffset.UTC))).append('\n');
    // Latin-1 keeps every byte as it is
    for (String line : new String(writer.write(mail), ISO_8859_1).lines().toList()) {
      if (isQuotedFrom(line)) {
        text.append('>');
      }
      text.append(line).append('\n');
    }
    out.write(text.append('\n').toString().getBytes(ISO_8859_1));
  }

  @Override
  public int mails() {
    return mails;
  }

  private static boolean isQuotedFrom(String line) {
    int i = 0;
    while (i < line.length() && line.charAt(i) == '>') {
      i++;
    }
    return line.startsWith("From ", i);
  }
}
