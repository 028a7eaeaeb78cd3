package io.github.patchlane.mailinglist.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same mails, whatever odd lines they hold, come out of every kind of archive alike. */
class EveryArchiveTest {
  private static final String FROM = "From ann@example.org Mon Jan  1 10:20:30 2024\n";
  private static final String[] LINES = {
    "",
    "text",
    "From ",
    "From here",
    FROM.strip(),
    ">From there",
    ">>From b",
    "> From c",
    ">",
    "\0\0",
    "\u00e9\u00ff",
    "x\r",
    "\r",
    "-- ",
    "Subject: in the body",
    "Content-Length: 3",
    "F",
    "Fro",
    "long ".repeat(60_000)
  };

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void givesTheSameBytes(long seed) throws IOException {
    List<String> mails = mails(new Random(seed));
    StringBuilder mboxrd = new StringBuilder();
    StringBuilder mboxcl2 = new StringBuilder();
    List<String> withLength = new ArrayList<>();
    try (InboxBuilder v2 = new InboxBuilder(folder.resolve("v2.git"));
        InboxBuilder v1 = new InboxBuilder(folder.resolve("v1.git"))) {
      for (int i = 0; i < mails.size(); i++) {
        String mail = mails.get(i);
        v2.mail(mail);
        v1.file("%02x/%038x".formatted(i * 7 % 256, i + 1), mail);
        write("maildir/cur/%05d".formatted(i), mail);
        mboxrd.append(FROM).append(mail.replaceAll("(?m)^(>*From )", ">$1")).append('\n');
        String sized = mail.replaceFirst("\n\n", "\nContent-Length: " + bodyLength(mail) + "\n\n");
        withLength.add(sized);
        mboxcl2.append(FROM).append(sized).append('\n');
      }
    }
    write("rd.mbox", mboxrd.toString());
    write("cl2.mbox", mboxcl2.toString());
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(mboxrd.toString().getBytes(ISO_8859_1));
    }
    Files.write(folder.resolve("rd.gz"), packed.toByteArray());

    for (String archive : List.of("v1.git", "v2.git", "maildir", "rd.mbox", "rd.gz")) {
      assertEquals(mails, ArchiveReadings.texts(folder.resolve(archive)), archive);
      assertEquals(mails, ArchiveReadings.readAgain(folder.resolve(archive)), archive);
    }
    assertEquals(withLength, ArchiveReadings.texts(folder.resolve("cl2.mbox")));
  }

  private static List<String> mails(Random random) {
    List<String> mails = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      StringBuilder mail = new StringBuilder("Message-ID: <" + i + "@example.org>\n\n");
      for (int lines = random.nextInt(12); lines > 0; lines--) {
        mail.append(LINES[random.nextInt(LINES.length)]).append('\n');
      }
      mails.add(mail.toString());
    }
    return mails;
  }

  private static int bodyLength(String mail) {
    return mail.length() - mail.indexOf("\n\n") - 2;
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, text.getBytes(ISO_8859_1));
  }
}
