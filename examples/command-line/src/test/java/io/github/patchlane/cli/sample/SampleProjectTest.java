package io.github.patchlane.cli.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.patchlane.core.contribution.MessageId;
import io.github.patchlane.core.contribution.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleProjectTest {
  @TempDir static Path directory;
  private static SampleTruth truth;
  private static List<String> mails;

  @BeforeAll
  static void write() throws IOException {
    truth = SampleProject.write(directory.resolve("one"), SampleOptions.standard());
    mails = Archive.mails(directory.resolve("one").resolve(SampleProject.LIST));
  }

  @Test
  void theSameOptionsGiveTheSameCommitsAndTheSameTruth() throws IOException {
    SampleTruth again = SampleProject.write(directory.resolve("two"), SampleOptions.standard());

    assertEquals(truth, again);
    for (String repository : List.of(SampleProject.LIST, SampleProject.PROJECT)) {
      assertEquals(
          Archive.head(directory.resolve("one").resolve(repository)),
          Archive.head(directory.resolve("two").resolve(repository)));
    }
  }

  @Test
  void anotherSeedTellsAnotherStory() throws IOException {
    SampleOptions standard = SampleOptions.standard();
    SampleOptions other =
        new SampleOptions(standard.seed() + 1, 5, standard.start(), standard.days(), false);
    SampleOptions same =
        new SampleOptions(standard.seed(), 5, standard.start(), standard.days(), false);
    SampleProject.write(directory.resolve("other"), other);
    SampleProject.write(directory.resolve("same"), same);

    assertNotEquals(
        Archive.head(directory.resolve("other").resolve(SampleProject.LIST)),
        Archive.head(directory.resolve("same").resolve(SampleProject.LIST)));
  }

  @Test
  void theTruthNamesEveryMailOfTheArchiveOnce() {
    List<String> told =
        Stream.concat(
                truth.contributions().stream().flatMap(c -> c.mails().stream()),
                truth.unrelated().stream())
            .map(MessageId::value)
            .sorted()
            .toList();
    List<String> kept = mails.stream().map(Archive::id).distinct().sorted().toList();

    assertEquals(kept, told);
    assertEquals(mails.size(), truth.mails());
  }

  @Test
  void everyOddityIsThere() {
    Set<String> seen =
        truth.contributions().stream()
            .map(SampleTruth.Contribution::oddity)
            .collect(Collectors.toSet());

    assertEquals(
        Arrays.stream(Oddity.values()).map(Oddity::label).collect(Collectors.toSet()), seen);
  }

  @Test
  void repliesAnswerMailsThatCameBefore() {
    Set<String> before = new HashSet<>();
    for (String mail : mails) {
      int parent = mail.indexOf("\nIn-Reply-To: <");
      if (parent >= 0) {
        String id = mail.substring(parent + 15, mail.indexOf('>', parent));
        assertTrue(before.contains(id), id);
      }
      before.add(Archive.id(mail));
    }
  }

  @Test
  void theStateFollowsFromWhatLanded() {
    for (SampleTruth.Contribution contribution : truth.contributions()) {
      int patches = newest(contribution).size();
      int landed = contribution.landings().size();
      boolean consistent =
          switch (contribution.state()) {
            case LANDED -> landed == patches;
            case PARTLY_LANDED -> landed > 0 && landed < patches;
            default -> landed == 0;
          };
      assertTrue(consistent, contribution.toString());
    }
    assertEquals(
        Set.of(State.OPEN, State.LANDED, State.PARTLY_LANDED, State.DECLINED, State.WITHDRAWN),
        truth.contributions().stream()
            .map(SampleTruth.Contribution::state)
            .collect(Collectors.toSet()));
  }

  @Test
  void landedCommitsAreOnTheBranchUnderTheirAuthorsNameAndLinkWhereTheTruthSaysSo()
      throws IOException {
    Path project = directory.resolve("one").resolve(SampleProject.PROJECT);
    try (Repository git = Archive.open(project);
        RevWalk walk = new RevWalk(git)) {
      RevCommit head = walk.parseCommit(git.resolve("refs/heads/master"));
      for (SampleTruth.Contribution contribution : truth.contributions()) {
        for (SampleTruth.Landing landing : contribution.landings()) {
          RevCommit commit = walk.parseCommit(ObjectId.fromString(landing.commit().value()));
          assertTrue(walk.isMergedInto(commit, head));
          assertEquals(contribution.author().email(), commit.getAuthorIdent().getEmailAddress());
          assertEquals(landing.landedAt(), commit.getCommitterIdent().getWhenAsInstant());
          assertEquals(
              landing.linked(), commit.getFullMessage().contains("/" + landing.patch().value()));
        }
      }
    }
  }

  @Test
  void tagsSpeakForMailsOfTheirContributionAndStandInTheirMail() {
    for (SampleTruth.Contribution contribution : truth.contributions()) {
      List<MessageId> own = contribution.mails();
      for (SampleTruth.Tag tag : contribution.tags()) {
        assertTrue(own.containsAll(tag.patches()), tag.toString());
        assertTrue(own.contains(tag.mail()), tag.toString());
      }
    }
    long tags = truth.contributions().stream().mapToLong(c -> c.tags().size()).sum();
    long inText =
        truth.contributions().stream()
            .flatMap(c -> c.tags().stream())
            .filter(tag -> mails.stream().anyMatch(mail -> gives(mail, tag)))
            .count();
    // A tag in a quoted-printable body, or from a name that is not ASCII there, is not plain text.
    assertTrue(inText > tags * 9 / 10, inText + " of " + tags);
  }

  @Test
  void theMboxHoldsTheSameMails() throws IOException {
    Path mbox = directory.resolve("list.mbox");

    assertEquals(truth, SampleProject.writeMbox(mbox, SampleOptions.standard()));
    List<String> ids =
        ("\n" + Files.readString(mbox))
            .lines()
            .filter(line -> line.startsWith("Message-Id: <"))
            .map(line -> line.substring(13, line.length() - 1))
            .toList();
    assertEquals(mails.stream().map(Archive::id).toList(), ids);
  }

  private static boolean gives(String mail, SampleTruth.Tag tag) {
    return Archive.id(mail).equals(tag.mail().value())
        && mail.contains("\n" + tag.trailer() + "\n");
  }

  /** The indices of the patches that stand at the end. */
  private static Set<Integer> newest(SampleTruth.Contribution contribution) {
    Set<Integer> indices = new HashSet<>();
    for (SampleTruth.Revision revision : contribution.revisions()) {
      if (!revision.partial()) {
        indices.clear();
      }
      revision.patches().forEach(patch -> indices.add(patch.index()));
    }
    return indices;
  }
}
