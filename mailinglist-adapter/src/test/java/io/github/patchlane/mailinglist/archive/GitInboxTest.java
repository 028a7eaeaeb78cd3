package io.github.patchlane.mailinglist.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jgit.lib.ObjectId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitInboxTest {
  private static final String ONE = "Message-ID: <1@example.org>\nSubject: one\n\n1\n";
  private static final String TWO = "Message-ID: <2@example.org>\nSubject: two\n\n2\n";
  private static final String THREE = "Message-ID: <3@example.org>\nSubject: three\n\n3\n";
  private static final String PATH_ONE = "aa/0123456789012345678901234567890123456b";
  private static final String PATH_TWO = "aa/1123456789012345678901234567890123456b";
  private static final String PATH_THREE = "0f/1123456789012345678901234567890123456b";

  @TempDir Path folder;
  private Path git;

  @BeforeEach
  void gitDir() {
    git = folder.resolve("list.git");
  }

  @Test
  void readsOneMailACommitFromAnEpochAndNamesTheCommit() {
    ObjectId first;
    ObjectId second;
    try (InboxBuilder inbox = new InboxBuilder(git)) {
      first = inbox.mail(ONE).tip();
      second = inbox.mail(TWO).tip();
    }
    assertEquals(List.of(ONE, TWO), ArchiveReadings.texts(git));
    assertEquals(
        List.of("commit " + first.name(), "commit " + second.name()), ArchiveReadings.places(git));
    assertEquals(List.of(ONE, TWO), ArchiveReadings.readAgain(git));
  }

  @Test
  void followsParentsWhereClocksRunBackwards() {
    try (InboxBuilder inbox = new InboxBuilder(git)) {
      inbox.at(1_900_000_000).mail(ONE).at(1_000_000_000).mail(TWO).at(5).mail(THREE);
    }
    assertEquals(List.of(ONE, TWO, THREE), ArchiveReadings.texts(git));
  }

  @Test
  void takesEqualMailsInARowForOne() {
    try (InboxBuilder inbox = new InboxBuilder(git)) {
      inbox.mail(ONE).mail(ONE).mail(TWO);
    }
    assertEquals(List.of(ONE, TWO), ArchiveReadings.texts(git));
  }

  @Test
  void leavesOutTheMailADeletionHolds() {
    try (InboxBuilder inbox = new InboxBuilder(git)) {
      inbox.mail(ONE).mail(TWO).deletion(ONE).mail(THREE);
    }
    assertEquals(List.of(TWO, THREE), ArchiveReadings.texts(git));
  }

  @Test
  void keepsAMailThatCameBackAfterItsDeletion() {
    try (InboxBuilder inbox = new InboxBuilder(git)) {
      inbox.mail(ONE).deletion(ONE).mail(ONE).mail(TWO);
    }
    assertEquals(List.of(ONE, TWO), ArchiveReadings.texts(git));
    assertEquals(2, ArchiveReadings.places(git).size());
  }

  @Test
  void deletesOnceWhereTheDeletionStaysBesideLaterMails() {
    try (InboxBuilder inbox = new InboxBuilder(git)) {
      inbox.mail(ONE).file("d", ONE).file("m", TWO).file("m", ONE);
    }
    assertEquals(List.of(TWO, ONE), ArchiveReadings.texts(git));
  }

  @Test
  void findsADeletedMailByItsMessageIdWhereTheBytesDiffer() {
    String oneRewritten = "Subject: one\nMessage-Id:\n <1@example.org>\n\n1\n\n";
    try (InboxBuilder inbox = new InboxBuilder(git)) {
      inbox.mail(ONE).mail(TWO).mail(ONE + "again\n").mail(THREE).deletion(oneRewritten);
      inbox.mail(ONE);
    }
    assertEquals(List.of(ONE, TWO, THREE, ONE), ArchiveReadings.texts(git));
  }

  @Test
  void ignoresADeletionOfAMailThatIsNotHere() {
    try (InboxBuilder inbox = new InboxBuilder(git)) {
      inbox.mail(ONE).deletion(TWO).deletion("no id\n");
    }
    assertEquals(List.of(ONE), ArchiveReadings.texts(git));
  }

  @Test
  void honoursADeletionInALaterEpochAndOrdersEpochsByNumber() {
    Path list = folder.resolve("list");
    try (InboxBuilder third = new InboxBuilder(list.resolve("git/10.git"));
        InboxBuilder first = new InboxBuilder(list.resolve("git/0.git"));
        InboxBuilder second = new InboxBuilder(list.resolve("git/2.git"))) {
      first.mail(ONE).mail(TWO);
      second.mail(THREE).deletion(ONE);
      third.mail(ONE);
    }
    assertEquals(List.of(TWO, THREE, ONE), ArchiveReadings.texts(list));
    assertEquals(List.of(TWO, THREE, ONE), ArchiveReadings.readAgain(list));
  }

  @Test
  void findsTheEpochsThatAnAllGitBorrowsFrom() throws IOException {
    Path list = folder.resolve("list");
    new InboxBuilder(list.resolve("all.git")).close();
    try (InboxBuilder first = new InboxBuilder(list.resolve("git/0.git"));
        InboxBuilder second = new InboxBuilder(list.resolve("git/1.git"))) {
      first.mail(ONE);
      second.mail(TWO);
    }
    Files.createDirectories(list.resolve("all.git/objects/info"));
    Files.writeString(
        list.resolve("all.git/objects/info/alternates"),
        "../../git/1.git/objects\n../../git/0.git/objects\n");
    assertEquals(List.of(ONE, TWO), ArchiveReadings.texts(list.resolve("all.git")));
    Files.move(list.resolve("git"), folder.resolve("elsewhere"));
    Files.writeString(
        list.resolve("all.git/objects/info/alternates"),
        "# moved\n" + folder.resolve("elsewhere/0.git/objects") + "\n");
    assertEquals(List.of(ONE), ArchiveReadings.texts(list));
  }

  @Test
  void readsV1InCommitOrderLessWhatWasRemoved() {
    ObjectId first;
    ObjectId third;
    try (InboxBuilder inbox = new InboxBuilder(git)) {
      first = inbox.file(PATH_ONE, ONE).tip();
      inbox.file(PATH_TWO, TWO);
      third = inbox.file(PATH_THREE, THREE).tip();
      inbox.without(PATH_TWO).file("README", "no mail");
    }
    assertEquals(List.of(ONE, THREE), ArchiveReadings.texts(git));
    assertEquals(List.of(ONE, THREE), ArchiveReadings.readAgain(git));
    assertEquals(
        List.of(
            "commit " + first.name() + ", file " + PATH_ONE,
            "commit " + third.name() + ", file " + PATH_THREE),
        ArchiveReadings.places(git));
  }

  @Test
  void readsTheLaterBytesOfAV1MailThatWasEdited() {
    try (InboxBuilder inbox = new InboxBuilder(git)) {
      inbox.file(PATH_ONE, ONE).file(PATH_TWO, TWO).file(PATH_ONE, ONE + "edited\n");
    }
    assertEquals(List.of(TWO, ONE + "edited\n"), ArchiveReadings.texts(git));
  }

  @Test
  void readsBothSidesOfAMerge() {
    try (InboxBuilder inbox = new InboxBuilder(git)) {
      ObjectId root = inbox.mail(ONE).tip();
      ObjectId side = inbox.mail(TWO).tip();
      inbox.goTo(root).mail(THREE).merge(side);
    }
    assertEquals(List.of(ONE, TWO, THREE), ArchiveReadings.texts(git).stream().sorted().toList());
    assertEquals(ONE, ArchiveReadings.texts(git).get(0));
  }

  @Test
  void readsARepositoryWithAWorkTree() {
    try (InboxBuilder inbox = new InboxBuilder(folder.resolve("clone/.git"))) {
      inbox.mail(ONE);
    }
    assertEquals(List.of(ONE), ArchiveReadings.texts(folder.resolve("clone")));
    assertEquals(List.of(ONE), ArchiveReadings.texts("inbox:" + folder.resolve("clone")));
  }

  @Test
  void readsMasterOrTheOnlyBranchWhereHeadNamesNone() throws IOException {
    try (InboxBuilder inbox = new InboxBuilder(git)) {
      inbox.mail(ONE).branch("list").mail(TWO);
    }
    Files.writeString(git.resolve("HEAD"), "ref: refs/heads/gone\n");
    assertEquals(List.of(ONE, TWO), ArchiveReadings.texts(git));
    Files.delete(git.resolve("refs/heads/master"));
    assertEquals(List.of(ONE), ArchiveReadings.texts(git));
  }

  @Test
  void reportsACorruptMailAndReadsTheRest() throws IOException {
    ObjectId corrupt;
    try (InboxBuilder inbox = new InboxBuilder(git)) {
      inbox.mail(ONE);
      corrupt = inbox.mail(TWO).tip();
      inbox.mail(THREE);
      damage(inbox.blob(TWO));
    }
    assertEquals(
        List.of(ONE, "unreadable   @commit " + corrupt.name(), THREE), ArchiveReadings.texts(git));
    assertEquals(List.of(ONE, "nothing", THREE), ArchiveReadings.readAgain(git));
  }

  @Test
  void reportsACorruptCommitAndReadsWhatCameAfterIt() throws IOException {
    ObjectId corrupt;
    try (InboxBuilder inbox = new InboxBuilder(git)) {
      inbox.mail(ONE);
      corrupt = inbox.mail(TWO).tip();
      inbox.mail(THREE);
    }
    damage(corrupt);
    assertEquals(
        List.of("unreadable   @commit " + corrupt.name(), THREE), ArchiveReadings.texts(git));
  }

  @Test
  void readsMoreMailsThanOneThreadTakesAtATime() {
    List<String> mails =
        java.util.stream.IntStream.range(0, 700)
            .mapToObj(i -> "Message-ID: <" + i + "@example.org>\n\n" + "x".repeat(i % 50) + "\n")
            .toList();
    try (InboxBuilder inbox = new InboxBuilder(git)) {
      mails.forEach(inbox::mail);
    }
    assertEquals(mails, ArchiveReadings.texts(git));
  }

  @Test
  void readsBigMailsInTheirPlace() {
    String big = "Subject: big\n\n" + "0123456789abcde\n".repeat(400_000);
    try (InboxBuilder inbox = new InboxBuilder(git)) {
      inbox.mail(ONE).mail(big).mail(TWO).mail(big + "2").mail(THREE);
    }
    assertEquals(List.of(ONE, big, TWO, big + "2", THREE), ArchiveReadings.texts(git));
  }

  @Test
  void losesOneMailNotThePackWhereOneIsDamagedInAPack() throws Exception {
    java.util.Random random = new java.util.Random(11);
    List<String> mails = new java.util.ArrayList<>();
    try (InboxBuilder inbox = new InboxBuilder(git)) {
      for (int i = 0; i < 7; i++) {
        StringBuilder mail = new StringBuilder("Message-ID: <" + i + "@example.org>\n\n");
        random.ints(20_000, 33, 126).forEach(c -> mail.append((char) c));
        mails.add(mail.append('\n').toString());
        inbox.mail(mails.get(i));
      }
      inbox.pack();
    }
    Path pack;
    try (var files = Files.list(git.resolve("objects/pack"))) {
      pack = files.filter(file -> file.toString().endsWith(".pack")).findFirst().orElseThrow();
    }
    byte[] bytes = Files.readAllBytes(pack);
    for (int i = bytes.length / 2; i < bytes.length / 2 + 16; i++) {
      bytes[i] ^= 0x55;
    }
    pack.toFile().setWritable(true);
    Files.write(pack, bytes);
    List<String> read = ArchiveReadings.texts(git);
    assertEquals(7, read.size());
    assertEquals(6, read.stream().filter(mails::contains).count());
    assertEquals(1, read.stream().filter(text -> text.startsWith("unreadable ")).count());
  }

  private void damage(ObjectId object) throws IOException {
    String hex = object.name();
    Path file = git.resolve("objects").resolve(hex.substring(0, 2)).resolve(hex.substring(2));
    byte[] bytes = Files.readAllBytes(file);
    for (int i = bytes.length / 2; i < bytes.length; i++) {
      bytes[i] ^= 0x55;
    }
    file.toFile().setWritable(true);
    Files.write(file, bytes);
  }
}
