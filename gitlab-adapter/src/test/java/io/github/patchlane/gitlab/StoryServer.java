package io.github.patchlane.gitlab;

import io.github.patchlane.core.contribution.CommitId;
import io.github.patchlane.core.testkit.SourceStory;
import io.github.patchlane.gitlab.standin.AccessLevel;
import io.github.patchlane.gitlab.standin.GitLabStandIn;
import io.github.patchlane.gitlab.standin.StandInProject;
import io.github.patchlane.gitlab.standin.StandInUser;
import io.github.patchlane.gitlab.testkit.StoryGit;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** The story that every source tells, on the stand-in. */
final class StoryServer implements AutoCloseable {
  final GitLabStandIn gitlab;
  final StoryGit git;
  final StandInUser ann;
  final StandInUser bob;
  final StandInUser carol;
  final StandInProject project;

  StoryServer(Path directory) {
    this(GitLabStandIn.start(), "story/book", directory);
  }

  StoryServer(GitLabStandIn gitlab, String path, Path directory) {
    this.gitlab = gitlab;
    ann = gitlab.publicUser("ann", "Ann", "ann@example.org");
    bob = gitlab.publicUser("bob", "Bob", "bob@example.org");
    carol = gitlab.publicUser("carol", "Carol", "carol@example.org");
    git = new StoryGit(directory.resolve("story.git"));
    project =
        gitlab
            .project(path, git.git.directory())
            .member(ann, AccessLevel.DEVELOPER)
            .member(bob, AccessLevel.MAINTAINER)
            .member(carol, AccessLevel.DEVELOPER);
  }

  /** Happens what the story tells. */
  StoryServer told() {
    at(0);
    open(ann, "topic-1", git.first.get(1), SourceStory.TITLE);
    at(6);
    post(
        bob,
        1,
        "discussions",
        Map.of(
            "body",
            "Could it be const?",
            "position",
            Map.of(
                "position_type",
                "text",
                "base_sha",
                git.base.value(),
                "start_sha",
                git.base.value(),
                "head_sha",
                git.first.get(1).value(),
                "old_path",
                "lib/parser.c",
                "new_path",
                "lib/parser.c",
                "new_line",
                3)));
    at(7);
    post(ann, 1, "notes", Map.of("body", "It can."));
    at(48);
    gitlab.as(ann).push(project, "topic-1", git.second.get(1).value());
    at(72);
    post(bob, 1, "approve", Map.of());
    at(120);
    open(carol, "topic-2", git.typo, SourceStory.TYPO.subject());
    return this;
  }

  void at(int hours) {
    gitlab.clock().set(hours(hours));
  }

  static Instant hours(int hours) {
    return SourceStory.OPENED.plus(Duration.ofHours(hours));
  }

  void open(StandInUser author, String branch, CommitId head, String title) {
    gitlab.as(author).push(project, branch, head.value());
    gitlab
        .as(author)
        .post(
            "/projects/" + project.id() + "/merge_requests",
            Map.of("source_branch", branch, "target_branch", "main", "title", title));
  }

  void post(StandInUser author, int iid, String what, Map<String, ?> parameters) {
    gitlab
        .as(author)
        .post("/projects/" + project.id() + "/merge_requests/" + iid + "/" + what, parameters);
  }

  ProjectAddress address() {
    return ProjectAddress.parse(project.webUrl()).orElseThrow();
  }

  AccessToken token() {
    return new AccessToken(bob.token());
  }

  @Override
  public void close() {
    git.close();
    gitlab.close();
  }
}
