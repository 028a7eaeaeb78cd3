package io.github.patchlane.mailinglist.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.patchlane.core.source.Position;
import io.github.patchlane.core.source.UnreadableSourceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchivesTest {
  private static final String FROM = "From ann@example.org Mon Jan  1 10:20:30 2024\n";
  private static final String ONE = "Subject: one\n\n1\n";
  private static final String TWO = "Subject: two\n\n2\n";

  @TempDir Path folder;

  @Test
  void readsAMaildirByFileNameAndSkipsUnfinishedMail() throws IOException {
    write("cur/200.b:2,S", TWO);
    write("new/100.a", ONE);
    write("tmp/050.c", "Subject: unfinished\n\n");
    write("cur/.hidden", "Subject: none\n\n");
    assertEquals(List.of(ONE, TWO), ArchiveReadings.texts(folder));
    assertEquals(List.of("new/100.a", "cur/200.b:2,S"), ArchiveReadings.places(folder));
    assertEquals(List.of(ONE, TWO), ArchiveReadings.readAgain(folder));
    assertEquals(List.of(ONE, TWO), ArchiveReadings.texts("maildir:" + folder));
  }

  @Test
  void readsAFileThatIsOneMail() throws IOException {
    Path mail = write("a.eml", ONE);
    assertEquals(List.of(ONE), ArchiveReadings.texts(mail));
    assertEquals(List.of(ONE), ArchiveReadings.readAgain(mail));
  }

  @Test
  void readsAFolderOfMailFilesByNameAndReportsTheBrokenOne() throws IOException {
    write("2024-02.mbox", FROM + TWO + "\n");
    Files.write(folder.resolve("2024-01.txt.gz"), MboxArchiveTest.gzip(FROM + ONE + "\n"));
    write("2024-03.mbox", "\0\0\0");
    write("notes.md", "no mail");
    write("README.txt", "How these were fetched: by hand.\n\nNo mail.\n");
    assertEquals(List.of(ONE, TWO, "unreadable   @2024-03.mbox"), ArchiveReadings.texts(folder));
    assertEquals(
        List.of("2024-01.txt.gz, byte 0", "2024-02.mbox, byte 0", "2024-03.mbox"),
        ArchiveReadings.places(folder));
    assertEquals(List.of(ONE, TWO, "nothing"), ArchiveReadings.readAgain(folder));
  }

  @Test
  void findsNothingAtAPositionThatIsNotItsOwn() throws IOException {
    write("cur/100.a", ONE);
    Path mbox = write("list.mbox", FROM + ONE + "\n");
    Path outside = write("secret", "Subject: secret\n\n");
    try (Archive maildir = Archives.open("maildir:" + folder);
        Archive archive = Archives.open(mbox.toString())) {
      assertEquals(
          List.of(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
          List.of(
              maildir.read(new Position(maildir.name(), "cur/../" + outside.getFileName())),
              maildir.read(new Position("other", "cur/100.a")),
              archive.read(new Position(archive.name(), "byte 999999")),
              archive.read(new Position(archive.name(), "commit 12"))));
    }
  }

  @Test
  void saysInOneLineWhatIsWrongWhereAndHowToMendIt() throws IOException {
    Files.createDirectories(folder.resolve("bare.git/objects"));
    Files.createDirectories(folder.resolve("bare.git/refs"));
    Files.createDirectories(folder.resolve("nothing"));
    Files.createDirectories(folder.resolve("dir/cur"));
    try (InboxBuilder inbox = new InboxBuilder(folder.resolve("fresh.git"))) {
      inbox.blob("not reached");
    }
    try (InboxBuilder inbox = new InboxBuilder(folder.resolve("code.git"))) {
      inbox.file("src/Main.java", "class Main {}").file("cc/notahash", "x");
    }
    write("binary", "\0\1\2\3");
    write("empty.mbox", "");
    write("blank.mbox", "\n\n");
    Files.write(folder.resolve("cut.gz"), new byte[] {0x1f, (byte) 0x8b, 8});
    List<String> sources =
        List.of(
            "",
            "absent",
            "bare.git",
            "nothing",
            "dir",
            "fresh.git",
            "code.git",
            "binary",
            "empty.mbox",
            "blank.mbox",
            "cut.gz");
    for (String source : sources) {
      String path = source.isEmpty() ? "" : folder.resolve(source).toString();
      for (String prefix : List.of("", "inbox:", "mbox:", "maildir:")) {
        String message =
            String.valueOf(
                assertThrows(
                        UnreadableSourceException.class,
                        () -> ArchiveReadings.of(prefix + path),
                        prefix + path)
                    .getMessage());
        assertEquals(1, message.lines().count(), message);
        assertTrue(message.contains(path) && message.contains("; "), message);
      }
    }
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}
