package io.github.patchlane.gitlab;

import io.github.patchlane.core.source.ContributionSource;
import io.github.patchlane.core.testkit.ContributionSourceContract;
import io.github.patchlane.core.testkit.SourceStory;
import io.github.patchlane.gitlab.testkit.ExportArchiveWriter;
import io.github.patchlane.gitlab.testkit.ExportedRequestJson;
import io.github.patchlane.gitlab.testkit.ExportedRequestJson.Dialect;
import io.github.patchlane.gitlab.testkit.StoryGit;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The story as an exported project, as servers of both kinds write it. */
class GitLabExportContractTest {
  @Nested
  class Of13 extends Kind {
    Of13() {
      super(Dialect.OLD);
    }
  }

  @Nested
  class Of17 extends Kind {
    Of17() {
      super(Dialect.NEW);
    }
  }

  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  abstract static class Kind extends ContributionSourceContract {
    private final Dialect dialect;
    @TempDir Path folder;
    private StoryGit git;

    Kind(Dialect dialect) {
      this.dialect = dialect;
    }

    @BeforeAll
    void commits(@TempDir Path directory) {
      git = new StoryGit(directory.resolve("story.git")).withRefs();
    }

    @AfterAll
    void close() {
      git.close();
    }

    private GitLabExport open(ExportArchiveWriter archive) {
      return GitLabExport.open(
          archive.write(folder.resolve("story.tar.gz")), GitLabReadOptions.DEFAULT);
    }

    @Override
    protected ContributionSource open() {
      return open(archive(requests()));
    }

    @Override
    protected ContributionSource openInAnotherOrder(long seed) {
      List<String> requests = new ArrayList<>(requests());
      Collections.shuffle(requests, new Random(seed));
      return open(archive(requests).membersLast());
    }

    @Override
    protected ContributionSource openDamaged() {
      List<String> requests = new ArrayList<>(requests());
      requests.add(1, "{\"iid\":3,\"title\":\"cut of");
      return open(archive(requests));
    }

    private ExportArchiveWriter archive(List<String> requests) {
      ExportArchiveWriter archive =
          new ExportArchiveWriter()
              .member(1, "ann", "ann@example.org")
              .member(2, "bob", "bob@example.org")
              .member(3, "carol", "carol@example.org")
              .bundle(git.git.bundle());
      requests.forEach(archive::request);
      return archive;
    }

    private static Instant hours(int hours) {
      return SourceStory.OPENED.plus(Duration.ofHours(hours));
    }

    private List<String> requests() {
      ExportedRequestJson names =
          new ExportedRequestJson(dialect, 1, SourceStory.TITLE, 1, SourceStory.OPENED)
              .diff(
                  "Ann",
                  git.base,
                  git.second.get(1),
                  hours(48),
                  git.second,
                  List.of(SourceStory.NAMES_AGAIN.subject(), SourceStory.TABLE.subject()))
              .diffNote(
                  2,
                  "Bob",
                  hours(6),
                  "Could it be const?",
                  git.base,
                  git.first.get(1),
                  "lib/parser.c",
                  3)
              .note(1, "Ann", hours(7), "It can.")
              .push(1, "Ann", hours(48), 12, git.first.get(1))
              .system(2, "Bob", hours(72), "approved this merge request", "approved");
      ExportedRequestJson typo =
          new ExportedRequestJson(
                  dialect, 2, SourceStory.TYPO.subject(), 3, SourceStory.TYPO_OPENED)
              .diff(
                  "Carol",
                  git.base,
                  git.typo,
                  SourceStory.TYPO_OPENED,
                  List.of(git.typo),
                  List.of(SourceStory.TYPO.subject()));
      return List.of(names.line(), typo.line());
    }
  }
}
