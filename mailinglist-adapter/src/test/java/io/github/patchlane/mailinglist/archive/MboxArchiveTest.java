package io.github.patchlane.mailinglist.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MboxArchiveTest {
  private static final String FROM = "From ann@example.org Mon Jan  1 10:20:30 2024\n";
  private static final String ONE = "Message-ID: <1@example.org>\nSubject: one\n\n1\n";
  private static final String TWO = "Message-ID: <2@example.org>\nSubject: two\n\n2\n";

  @TempDir Path folder;

  @Test
  void splitsAtSeparatorsAndNamesTheirBytes() throws IOException {
    Path mbox = write("list", FROM + ONE + "\n" + FROM + TWO + "\n");
    assertEquals(List.of(ONE, TWO), ArchiveReadings.texts(mbox));
    assertEquals(
        List.of("byte 0", "byte " + (FROM.length() + ONE.length() + 1)),
        ArchiveReadings.places(mbox));
    assertEquals(List.of(ONE, TWO), ArchiveReadings.readAgain(mbox));
  }

  @Test
  void needsNoBlankLineAtTheEnd() throws IOException {
    assertEquals(
        List.of(ONE, TWO.stripTrailing()),
        ArchiveReadings.texts(write("list.mbox", FROM + ONE + "\n" + FROM + TWO.stripTrailing())));
  }

  @Test
  void keepsCarriageReturns() throws IOException {
    String crlf = (FROM + ONE + "\n" + FROM + TWO + "\n").replace("\n", "\r\n");
    assertEquals(
        List.of(ONE.replace("\n", "\r\n"), TWO.replace("\n", "\r\n")),
        ArchiveReadings.texts(write("list.mbox", crlf)));
  }

  @Test
  void doesNotSplitAtProseNorWithoutABlankLineBefore() throws IOException {
    String prose =
        ONE
            + "\nFrom here on it is better.\n"
            + FROM
            + "Subject: not after a blank line\n\n"
            + FROM
            + "is what the archive had.\n\nReviewed-by: Ann\n";
    assertEquals(
        List.of(prose, TWO),
        ArchiveReadings.texts(write("list.mbox", FROM + prose + "\n" + FROM + TWO + "\n")));
  }

  @Test
  void splitsWhereAMailHasNoHeaderOrADamagedFirstLine() throws IOException {
    String headless = "\nbody only\n";
    String damaged = "\0\0\0\0\nSubject: x\n\nx\n";
    assertEquals(
        List.of(ONE, headless, damaged),
        ArchiveReadings.texts(
            write(
                "list.mbox", FROM + ONE + "\n" + FROM + headless + "\n" + FROM + damaged + "\n")));
  }

  @Test
  void splitsPipermailsHiddenAddresses() throws IOException {
    String from = "From ann at example.org  Mon Jan  1 10:20:30 2024\n";
    assertEquals(
        List.of(ONE, TWO),
        ArchiveReadings.texts(write("2024-January.txt", from + ONE + "\n" + from + TWO + "\n")));
  }

  @Test
  void stripsOneArrowOfEveryQuotedFromLineInMboxrd() throws IOException {
    String quoted = ONE + ">From me\n>>From you\n> From him\n>>>From all\n";
    assertEquals(
        List.of(ONE + "From me\n>From you\n> From him\n>>From all\n", TWO),
        ArchiveReadings.texts(write("list.mbox", FROM + quoted + "\n" + FROM + TWO + "\n")));
  }

  @Test
  void stripsOnlySingleArrowsInPipermailsMboxo() throws IOException {
    String from = "From ann at example.org  Mon Jan  1 10:20:30 2024\n";
    String quoted = ONE + ">From me\n>>From you\n";
    assertEquals(
        List.of(ONE + "From me\n>>From you\n"),
        ArchiveReadings.texts(write("2024-January.txt", from + quoted + "\n")));
  }

  @Test
  void believesAContentLengthThatLeadsToASeparatorOrTheEnd() throws IOException {
    String body = "a\n\n" + FROM + "Subject: inside\n\n>From b\n\n";
    String mail = "Subject: cl\nContent-Length: " + body.length() + "\n\n" + body;
    Path mbox = write("list.mbox", FROM + mail + "\n" + FROM + TWO + "\n" + FROM + mail);
    assertEquals(List.of(mail, TWO, mail), ArchiveReadings.texts(mbox));
    assertEquals(List.of(mail, TWO, mail), ArchiveReadings.readAgain(mbox));
  }

  @Test
  void ignoresAContentLengthThatLeadsElsewhere() throws IOException {
    for (String length : List.of("0", "3", "9", "40", "99999999999999999999", "-1", "two", "")) {
      String mail = "Subject: cl\nContent-Length: " + length + "\n\n>From here\n";
      assertEquals(
          List.of(mail.replace(">From", "From"), TWO),
          ArchiveReadings.texts(write("list.mbox", FROM + mail + "\n" + FROM + TWO + "\n")),
          length);
    }
  }

  @Test
  void reportsWhatStandsBeforeTheFirstSeparator() throws IOException {
    assertEquals(
        List.of("unreadable 1@example.org one @byte 0", TWO),
        ArchiveReadings.texts(write("list.mbox", "Frxm ann\n" + ONE + "\n" + FROM + TWO + "\n")));
  }

  @Test
  void readsAMailThatLostItsSeparator() throws IOException {
    assertEquals(
        List.of(ONE, TWO),
        ArchiveReadings.texts("mbox:" + write("x", ONE + "\n" + FROM + TWO + "\n")));
  }

  @Test
  void readsEveryMemberOfAGzippedMboxAndGoesBackIntoIt() throws IOException {
    byte[] packed =
        concat(gzip(FROM + ONE + "\n" + FROM), gzip(TWO + "\n"), gzip(FROM + ONE + "\n"));
    Path mbox = Files.write(folder.resolve("list.mbox.gz"), packed);
    assertEquals(List.of(ONE, TWO, ONE), ArchiveReadings.texts(mbox));
    assertEquals(List.of(ONE, TWO, ONE), ArchiveReadings.readAgain(mbox));
  }

  @Test
  void keepsTheMailsBeforeTheBreakOfATruncatedGzip() throws IOException {
    StringBuilder noise = new StringBuilder(TWO);
    java.util.Random random = new java.util.Random(7);
    for (int i = 0; i < 20_000; i++) {
      noise.append((char) ('a' + random.nextInt(26))).append(i % 60 == 0 ? "\n" : "");
    }
    byte[] packed = gzip(FROM + ONE + "\n" + FROM + noise + "\n");
    Path mbox =
        Files.write(folder.resolve("list.mbox.gz"), Arrays.copyOf(packed, packed.length * 3 / 4));
    int second = FROM.length() + ONE.length() + 1;
    assertEquals(
        List.of(ONE, "unreadable 2@example.org two @byte " + second), ArchiveReadings.texts(mbox));
    assertEquals(ONE, ArchiveReadings.readAgain(mbox).get(0));
  }

  private Path write(String name, String text) throws IOException {
    return Files.write(folder.resolve(name), text.getBytes(ISO_8859_1));
  }

  static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(ISO_8859_1));
    }
    return bytes.toByteArray();
  }

  private static byte[] concat(byte[]... parts) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      bytes.write(part);
    }
    return bytes.toByteArray();
  }
}
