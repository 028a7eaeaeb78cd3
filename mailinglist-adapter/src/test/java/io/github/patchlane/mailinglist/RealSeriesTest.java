package io.github.patchlane.mailinglist;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.patchlane.core.contribution.CommitId;
import io.github.patchlane.core.contribution.MessageId;
import io.github.patchlane.core.contribution.Patch;
import io.github.patchlane.core.contribution.Person;
import io.github.patchlane.core.contribution.Revision;
import io.github.patchlane.core.git.ApplyOptions;
import io.github.patchlane.core.git.ApplyOutcome;
import io.github.patchlane.core.git.GitRepository;
import io.github.patchlane.core.source.PatchContent;
import io.github.patchlane.core.source.Reading;
import io.github.patchlane.core.testkit.ScratchGit;
import io.github.patchlane.mailinglist.archive.Archive;
import io.github.patchlane.mailinglist.archive.Archives;
import io.github.patchlane.mailinglist.archive.RawMail;
import io.github.patchlane.mailinglist.message.MessageParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whole series of a real list on the commit that their senders named, else on the branch as it was
 * when they were posted: the same head, hence the same trees, authors, dates and messages, as
 * {@code git am -3} gives in a work tree, or none. {@code -Dpatchlane.data} names the folder of
 * ltp-list.git and ltp.git, {@code -Dpatchlane.series} how many series are tried (300).
 */
@Tag("real-data")
class RealSeriesTest {
  private static final Path DATA = Path.of(System.getProperty("patchlane.data", ""));
  private static final Path LIST = DATA.resolve("ltp-list.git");
  private static final Path REPOSITORY = DATA.resolve("ltp.git");
  private static final int SERIES = Integer.getInteger("patchlane.series", 300);

  @TempDir private Path folder;

  @Test
  void everySeriesComesOutAsGitAmHasIt() {
    Assumptions.assumeTrue(
        Files.isDirectory(LIST) && Files.isDirectory(REPOSITORY),
        "skipped: needs ltp-list.git and ltp.git in -Dpatchlane.data");
    Map<MessageId, byte[]> mails = mails();
    ScratchGit git = new ScratchGit(folder, REPOSITORY);
    ApplyOptions options =
        ApplyOptions.DEFAULT
            .inMemory()
            .withCommitter(
                new Person(ScratchGit.COMMITTER, ScratchGit.EMAIL),
                Instant.ofEpochSecond(ScratchGit.SECONDS).atOffset(ZoneOffset.UTC));
    Map<String, Integer> outcomes = new TreeMap<>();
    List<String> wrong = new ArrayList<>();
    try (MailingList list = MailingList.open(LIST.toString());
        GitRepository repository = GitRepository.open(REPOSITORY.toString())) {
      for (Revision revision : series(list)) {
        List<PatchContent> patches =
            revision.patches().stream()
                .map(patch -> list.content(patch.id()))
                .flatMap(Optional::stream)
                .toList();
        Optional<String> base =
            revision
                .base()
                .map(CommitId::value)
                .filter(git::has)
                .or(() -> git.newest("master", revision.postedAt().getEpochSecond()));
        if (base.isEmpty() || patches.size() < revision.patches().size()) {
          continue;
        }
        String expected =
            git.am(
                    base.get(),
                    revision.patches().stream()
                        .map(patch -> mails.getOrDefault((MessageId) patch.id(), new byte[0]))
                        .toList())
                .orElse("refused");
        ApplyOutcome outcome = repository.apply(patches, new CommitId(base.get()), options);
        String actual = outcome.applied().map(b -> b.head() + " " + b.tree()).orElse("refused");
        outcomes.merge(outcome.label(), 1, Integer::sum);
        if (!actual.equals(expected)) {
          wrong.add(
              revision.patches().get(0).id()
                  + " on "
                  + base.get()
                  + ": "
                  + actual
                  + ", not "
                  + expected
                  + outcome.problem().map(p -> " (" + p + ")").orElse(""));
        }
      }
    }
    System.err.println(outcomes + ", " + wrong.size() + " differ");
    assertEquals(List.of(), wrong);
  }

  /** Those of several patches, all of them there; spread over the time, one base near the next. */
  private static List<Revision> series(MailingList list) {
    List<Revision> all =
        list.read().contributions().stream()
            .flatMap(contribution -> contribution.revisions().stream())
            .filter(revision -> revision.patches().size() > 1 && revision.missing().isEmpty())
            .filter(
                revision ->
                    revision.patches().stream()
                        .map(Patch::id)
                        .allMatch(MessageId.class::isInstance))
            .sorted(Comparator.comparing(Revision::postedAt))
            .toList();
    List<Revision> some = new ArrayList<>();
    for (int i = 0; i < Math.min(SERIES, all.size()); i++) {
      some.add(all.get((int) ((long) i * all.size() / Math.min(SERIES, all.size()))));
    }
    return some;
  }

  private static Map<MessageId, byte[]> mails() {
    Map<MessageId, byte[]> mails = new HashMap<>();
    try (Archive archive = Archives.open(LIST.toString())) {
      archive.forEach(
          reading -> {
            if (reading instanceof Reading.Parsed<RawMail> mail) {
              MessageParser.quickId(mail.value().bytes())
                  .ifPresent(id -> mails.putIfAbsent(id, mail.value().bytes()));
            }
          });
    }
    return mails;
  }
}
