package io.github.patchlane.mailinglist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.contribution.Revision;
import io.github.patchlane.core.git.BaseFinding;
import io.github.patchlane.core.git.BaseOptions;
import io.github.patchlane.core.git.BaseQuestion;
import io.github.patchlane.core.git.GitRepository;
import io.github.patchlane.core.rangediff.PatchPair;
import io.github.patchlane.core.rangediff.RangeDiff;
import io.github.patchlane.core.rangediff.RangeDiffOptions;
import io.github.patchlane.core.source.PatchContent;
import io.github.patchlane.core.testkit.GitSandbox;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Revisions of a real list, applied by the real git, against its own range-diff. */
@Tag("real-data")
class RealRangeDiffTest {
  private static final int PAIRS = Integer.getInteger("patchlane.pairs", 60);

  @TempDir private Path directory;

  private record Round(List<PatchContent> patches, String range) {}

  @Test
  void revisionsReadAsGitShowsTheirBranches() {
    Path data = Path.of(System.getProperty("patchlane.data", ""));
    Assumptions.assumeTrue(
        Files.isDirectory(data.resolve("ltp-list.git"))
            && Files.isDirectory(data.resolve("ltp.git")),
        "needs ltp-list.git and ltp.git in -Dpatchlane.data");
    GitSandbox git = new GitSandbox(directory);
    git.git("clone", "-q", "--shared", "--no-checkout", data.resolve("ltp.git").toString(), ".");
    int compared = 0;
    int sameByMail = 0;
    List<String> different = new ArrayList<>();
    try (MailingList list = MailingList.open(data.resolve("ltp-list.git").toString());
        GitRepository repository = GitRepository.open(data.resolve("ltp.git").toString())) {
      for (Contribution contribution : list.read().contributions()) {
        List<Revision> revisions =
            contribution.revisions().stream().filter(r -> r.patches().size() > 1).toList();
        for (int i = 1; i < revisions.size() && compared < PAIRS; i++) {
          Optional<Round> before = applied(git, list, repository, revisions.get(i - 1), "before");
          Optional<Round> after = applied(git, list, repository, revisions.get(i), "after");
          if (before.isEmpty() || after.isEmpty()) {
            continue;
          }
          compared++;
          String expected =
              git.git("range-diff", "--no-color", before.get().range(), after.get().range());
          RangeDiff ofCommits =
              RangeDiff.between(
                  git.patches(before.get().range()),
                  git.patches(after.get().range()),
                  RangeDiffOptions.DEFAULT);
          int digits = git.git("rev-parse", "--short", "before").strip().length();
          assertEquals(expected, ofCommits.text(id -> id.value().substring(0, digits)));
          RangeDiff ofMails =
              RangeDiff.between(
                  before.get().patches(), after.get().patches(), RangeDiffOptions.DEFAULT);
          if (outline(ofCommits).equals(outline(ofMails))) {
            sameByMail++;
          } else {
            different.add(contribution.id() + " " + outline(ofCommits) + " " + outline(ofMails));
          }
        }
      }
    }
    System.out.println(compared + " compared, paired alike by mail: " + sameByMail);
    different.forEach(System.out::println);
    assertTrue(compared >= Math.min(PAIRS, 30) && sameByMail >= 0.95 * compared);
  }

  /** The pairs and what became of them. */
  private static List<String> outline(RangeDiff diff) {
    return diff.pairs().stream()
        .map(pair -> place(pair.before()) + pair.status().mark() + place(pair.after()))
        .toList();
  }

  private static String place(Optional<PatchPair.Side> side) {
    return side.map(s -> Integer.toString(s.place())).orElse("-");
  }

  private Optional<Round> applied(
      GitSandbox git,
      MailingList list,
      GitRepository repository,
      Revision revision,
      String branch) {
    BaseFinding finding = repository.findBase(BaseQuestion.of(revision, list), BaseOptions.DEFAULT);
    if (!(finding instanceof BaseFinding.Found found)) {
      return Optional.empty();
    }
    List<PatchContent> patches =
        revision.patches().stream()
            .map(patch -> list.content(patch.id()))
            .flatMap(Optional::stream)
            .toList();
    Path mbox = directory.resolve(".git/patches.mbox");
    try {
      Files.write(mbox, mbox(patches));
      git.git("checkout", "-q", "-f", "-B", branch, found.commit().value());
      git.git("am", "-q", "-3", "--keep-cr", mbox.toString());
      return Optional.of(new Round(patches, found.commit().value() + ".." + branch));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (UncheckedIOException e) {
      try {
        git.git("am", "--abort");
      } catch (UncheckedIOException nothingToAbort) {
        // git gave up before it began
      }
      return Optional.empty();
    }
  }

  private static byte[] mbox(List<PatchContent> patches) {
    ByteArrayOutputStream mbox = new ByteArrayOutputStream();
    for (PatchContent patch : patches) {
      int title = patch.message().indexOf('\n');
      String head =
          "From 0000000000000000000000000000000000000000 Mon Sep 17 00:00:00 2001\n"
              + "From: "
              + patch.author()
              + "\nDate: Wed, 1 May 2024 12:00:00 +0000\nMIME-Version: 1.0\n"
              + "Content-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: 8bit\n"
              + "Subject: [PATCH] "
              + patch.message().substring(0, title)
              + "\n"
              + patch.message().substring(title)
              + "---\n\n";
      mbox.writeBytes(head.getBytes(StandardCharsets.UTF_8));
      mbox.writeBytes(patch.diff());
      mbox.write('\n');
    }
    return mbox.toByteArray();
  }
}
