package io.github.patchlane.mailinglist;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.patchlane.core.source.ContributionSource;
import io.github.patchlane.core.source.Harvest;
import io.github.patchlane.core.testkit.ContributionSourceContract;
import io.github.patchlane.core.testkit.SourceStory;
import io.github.patchlane.core.testkit.SourceStory.StoryPatch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The story as mails, in every kind of archive. */
class MailingListContractTest {
  @TempDir Path folder;

  @Test
  void everyKindOfArchiveGivesEqualContributionsAndContents() {
    List<Object> first = List.of();
    for (TestArchive kind : TestArchive.values()) {
      try (MailingList list = kind.open(folder.resolve(kind.name()), story())) {
        Harvest harvest = list.read();
        List<Object> all = new ArrayList<>(harvest.contributions());
        all.add(harvest.newest());
        harvest
            .contributions()
            .forEach(
                c ->
                    c.revisions()
                        .forEach(r -> r.patches().forEach(p -> all.add(list.content(p.id())))));
        first = first.isEmpty() ? all : first;
        assertEquals(first, all, kind.name());
      }
    }
  }

  @Nested
  class Mbox extends Kind {
    Mbox() {
      super(TestArchive.MBOX);
    }
  }

  @Nested
  class Maildir extends Kind {
    Maildir() {
      super(TestArchive.MAILDIR);
    }
  }

  @Nested
  class PublicInboxV1 extends Kind {
    PublicInboxV1() {
      super(TestArchive.PUBLIC_INBOX_V1);
    }
  }

  @Nested
  class PublicInboxV2 extends Kind {
    PublicInboxV2() {
      super(TestArchive.PUBLIC_INBOX_V2);
    }
  }

  abstract static class Kind extends ContributionSourceContract {
    private final TestArchive kind;
    @TempDir Path folder;

    Kind(TestArchive kind) {
      this.kind = kind;
    }

    @Override
    protected ContributionSource open() {
      return MailingList.open(written("story", story()));
    }

    @Override
    protected ContributionSource openInAnotherOrder(long seed) {
      List<String> shuffled = new ArrayList<>(story());
      Collections.shuffle(shuffled, new Random(seed));
      return kind.open(folder.resolve("shuffled-" + seed), shuffled);
    }

    @Override
    protected ContributionSource openDamaged() {
      List<String> damaged = new ArrayList<>(story());
      damaged.add(
          2,
          TestMail.of("stray", "Dave", 30, "Re: [PATCH] never seen here", "So what?\n")
              .answering("lost")
              .text());
      return kind.open(folder.resolve("damaged"), damaged);
    }

    /** Written once for each test; the archive's name is part of what readings are compared by. */
    private String written(String name, List<String> mails) {
      Path path = folder.resolve(name);
      if (!path.toFile().exists()) {
        kind.open(path, mails).close();
      }
      return path.toString();
    }
  }

  private static List<String> story() {
    String title = SourceStory.TITLE;
    List<TestMail> mails = new ArrayList<>();
    mails.add(TestMail.of("v1-0", "Ann", 0, "[PATCH 0/2] " + title, "Names are read by hand.\n"));
    mails.addAll(patches("v1", "", 0, SourceStory.revisions().get(0)));
    mails.add(
        TestMail.of(
                "comment",
                "Bob",
                6,
                "Re: [PATCH 1/2] " + SourceStory.NAMES.subject(),
                "On Monday, Ann wrote:\n"
                    + TestMail.quoted(
                        SourceStory.NAMES
                            .diff()
                            .lines()
                            .limit(7)
                            .reduce("", (a, b) -> a + b + "\n"))
                    + "\nCould it be const?\n")
            .answering("v1-1"));
    mails.add(
        TestMail.of(
                "answer", "Ann", 7, "Re: [PATCH 1/2] " + SourceStory.NAMES.subject(), "It can.\n")
            .answering("comment"));
    mails.add(
        TestMail.of("v2-0", "Ann", 48, "[PATCH v2 0/2] " + title, "v2: const, as Bob said.\n"));
    mails.addAll(patches("v2", "v2 ", 48, SourceStory.revisions().get(1)));
    mails.add(
        TestMail.of(
                "consent",
                "Bob",
                72,
                "Re: [PATCH v2 0/2] " + title,
                "Reviewed-by: Bob <bob@example.org>\n")
            .answering("v2-0"));
    mails.add(
        TestMail.of(
            "typo",
            "Carol",
            120,
            "[PATCH] " + SourceStory.TYPO.subject(),
            TestMail.patch(SourceStory.TYPO.body(), SourceStory.TYPO.diff())));
    return mails.stream().map(TestMail::text).toList();
  }

  private static List<TestMail> patches(
      String name, String version, int hours, List<StoryPatch> patches) {
    List<TestMail> mails = new ArrayList<>();
    for (StoryPatch patch : patches) {
      int index = mails.size() + 1;
      mails.add(
          TestMail.of(
                  name + "-" + index,
                  "Ann",
                  hours + index / 3600.0,
                  "[PATCH " + version + index + "/" + patches.size() + "] " + patch.subject(),
                  TestMail.patch(patch.body(), patch.diff()))
              .answering(name + "-0"));
    }
    return mails;
  }
}
