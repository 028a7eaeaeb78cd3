package io.github.patchlane.gitlab.posting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.patchlane.core.plan.Journal;
import io.github.patchlane.core.plan.Plan;
import io.github.patchlane.core.plan.StepReport;
import io.github.patchlane.core.source.Posting;
import io.github.patchlane.gitlab.ProjectAddress;
import io.github.patchlane.gitlab.standin.AccessLevel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Merge requests whose branches lie in a fork, and a GitLab that is not at its host's root. */
class ForkTest {
  @TempDir Path scratch;

  private Path commits() {
    return scratch.resolve("commits.git");
  }

  @Test
  void branchesGoToTheForkAndMergeRequestsToTheProject() throws IOException {
    Posting posting = Story.of(4, commits());
    try (Bridge bridge = Bridge.fromFork(scratch, commits())) {
      List<StepReport> reports = bridge.post(posting, Journal.inMemory());

      assertEquals("", Bridge.undone(reports));
      String state = bridge.gitlab().state();
      String project = state.substring(0, state.indexOf("project 102"));
      String fork = state.substring(state.indexOf("project 102"));
      String branch = BranchName.of(posting.contribution().id());
      assertTrue(project.contains("merge request bridge/copy:" + branch + " -> main"), state);
      assertTrue(project.contains("  thread at "), state);
      assertEquals(-1, project.indexOf("branch " + branch + " "), state);
      assertTrue(fork.contains("branch " + branch + " "), state);
      assertTrue(fork.contains("status "), state);
      assertEquals(-1, fork.indexOf("merge request "), state);
    }
  }

  @Test
  void aRunWithoutItsJournalFindsAllThatIsThere() throws IOException {
    Posting posting = Story.of(6, commits());
    try (Bridge bridge = Bridge.fromFork(scratch, commits())) {
      bridge.post(posting, Journal.inMemory());
      String state = bridge.gitlab().state();
      assertEquals("", Bridge.undone(bridge.post(posting, Journal.inMemory())));
      assertEquals(state, bridge.gitlab().state());
    }
  }

  @Test
  void theForkStandsInThePlan() throws IOException {
    Posting posting = Story.of(4, commits());
    ProjectAddress project = ProjectAddress.parse("https://git.example.org/a/b").orElseThrow();
    ProjectAddress fork = ProjectAddress.parse("https://git.example.org/me/b").orElseThrow();
    PostingOptions options = PostingOptions.into("main").withFork(fork);
    try (GitLabTarget target = GitLabTarget.dry(project, options, commits())) {
      Plan plan = target.plan(posting);
      String branch = BranchName.of(posting.contribution().id());
      assertEquals("me/b", plan.steps().get(0).field(Fields.FORK));
      assertTrue(
          plan.steps().get(0).summary().endsWith(" to me/b:" + branch),
          plan.steps().get(0).summary());
      assertTrue(plan.steps().get(1).summary().endsWith(", me/b:" + branch + " into main"));
    }
  }

  @Test
  void aForkOnAnotherServerIsNone() throws IOException {
    Story.of(4, commits());
    ProjectAddress project = ProjectAddress.parse("https://git.example.org/a/b").orElseThrow();
    ProjectAddress fork = ProjectAddress.parse("https://other.example.org/a/b").orElseThrow();
    PostingOptions options = PostingOptions.into("main").withFork(fork);
    assertThrows(
        IllegalArgumentException.class, () -> GitLabTarget.dry(project, options, commits()));
  }

  @Test
  void aGitLabUnderAPathOfItsHostIsPostedTo() throws IOException {
    Posting posting = Story.of(4, commits());
    String expected;
    try (Bridge bridge = new Bridge(scratch, commits(), AccessLevel.OWNER)) {
      bridge.post(posting, Journal.inMemory());
      expected = bridge.gitlab().state();
    }
    try (Bridge bridge = Bridge.under("/dev/gitlab", scratch, commits())) {
      assertEquals("", Bridge.undone(bridge.post(posting, Journal.inMemory())));
      assertEquals(expected, bridge.gitlab().state());
    }
  }
}
