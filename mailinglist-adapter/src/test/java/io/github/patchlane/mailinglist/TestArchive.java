package io.github.patchlane.mailinglist;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.patchlane.mailinglist.archive.InboxBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The kinds of archive that the same mails can lie in. */
enum TestArchive {
  MBOX {
    @Override
    void write(Path path, List<String> mails) throws IOException {
      StringBuilder mbox = new StringBuilder();
      for (String mail : mails) {
        mbox.append("From ann@example.org Mon Jan  1 10:20:30 2024\n")
            .append(mail.replaceAll("(?m)^(>*From )", ">$1"))
            .append(mail.endsWith("\n") ? "\n" : "\n\n");
      }
      Files.write(path, mbox.toString().getBytes(UTF_8));
    }
  },
  MAILDIR {
    @Override
    void write(Path path, List<String> mails) throws IOException {
      for (String folder : List.of("cur", "new", "tmp")) {
        Files.createDirectories(path.resolve(folder));
      }
      int number = 0;
      for (String mail : mails) {
        String name = String.format(Locale.ROOT, "cur/%05d.host:2,S", number++);
        Files.write(path.resolve(name), mail.getBytes(UTF_8));
      }
    }
  },
  PUBLIC_INBOX_V1 {
    @Override
    void write(Path path, List<String> mails) {
      try (InboxBuilder inbox = new InboxBuilder(path)) {
        int number = 0;
        for (String mail : mails) {
          number++;
          inbox.file(
              String.format(Locale.ROOT, "%02x/%038x", number * 7 % 256, number), latin(mail));
        }
      }
    }
  },
  PUBLIC_INBOX_V2 {
    @Override
    void write(Path path, List<String> mails) {
      try (InboxBuilder inbox = new InboxBuilder(path)) {
        mails.forEach(mail -> inbox.mail(latin(mail)));
      }
    }
  };

  abstract void write(Path path, List<String> mails) throws IOException;

  /** Writes the mails there and opens what was written. */
  MailingList open(Path path, List<String> mails) {
    try {
      write(path, mails);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return MailingList.open(path.toString());
  }

  /** The builder takes a character for a byte. */
  private static String latin(String text) {
    return new String(text.getBytes(UTF_8), java.nio.charset.StandardCharsets.ISO_8859_1);
  }
}
