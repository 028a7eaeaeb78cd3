package io.github.patchlane.gitlab.posting;

import io.github.patchlane.core.plan.Journal;
import io.github.patchlane.core.plan.Outside;
import io.github.patchlane.core.plan.PlanRun;
import io.github.patchlane.core.plan.PlanText;
import io.github.patchlane.core.plan.StepReport;
import io.github.patchlane.core.source.Posting;
import io.github.patchlane.gitlab.AccessToken;
import io.github.patchlane.gitlab.ProjectAddress;
import io.github.patchlane.gitlab.rest.Wire;
import io.github.patchlane.gitlab.standin.AccessLevel;
import io.github.patchlane.gitlab.standin.GitLabStandIn;
import io.github.patchlane.gitlab.standin.StandInProject;
import io.github.patchlane.gitlab.standin.StandInUser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A stand-in with a project like the invented repository, and a run of one posting against it. */
final class Bridge implements AutoCloseable {
  private final GitLabStandIn gitlab;
  private final StandInUser bot;
  private final StandInProject project;
  private final Path commits;
  private PostingOptions options =
      PostingOptions.into("main").withArchive("https://lists.example.org/r/");

  Bridge(Path scratch, Path commits, AccessLevel level) throws IOException {
    this(GitLabStandIn.start(), scratch, commits, level);
  }

  private Bridge(GitLabStandIn gitlab, Path scratch, Path commits, AccessLevel level)
      throws IOException {
    this.gitlab = gitlab;
    this.commits = commits;
    this.bot = gitlab.user("bridge", "Bridge", "bridge@example.org");
    gitlab.user("root", "Root", "root@example.org");
    Path server = Files.createTempDirectory(scratch, "server").resolve("project.git");
    InventedRepository.open(server).close();
    this.project = gitlab.project("group/project", server).member(bot, level).issue(1);
  }

  /** The same on a GitLab that lies under a path of its host. */
  static Bridge under(String root, Path scratch, Path commits) throws IOException {
    return new Bridge(GitLabStandIn.startUnder(root), scratch, commits, AccessLevel.OWNER);
  }

  /** The same where the account may push to a fork only. */
  static Bridge fromFork(Path scratch, Path commits) throws IOException {
    Bridge bridge = new Bridge(scratch, commits, AccessLevel.REPORTER);
    Path copy = Files.createTempDirectory(scratch, "fork").resolve("fork.git");
    StandInProject fork =
        bridge
            .gitlab
            .fork(bridge.project, "bridge/copy", copy)
            .member(bridge.bot, AccessLevel.OWNER);
    bridge.options = bridge.options.withFork(ProjectAddress.parse(fork.webUrl()).orElseThrow());
    return bridge;
  }

  GitLabStandIn gitlab() {
    return gitlab;
  }

  StandInProject project() {
    return project;
  }

  String token() {
    return bot.token();
  }

  GitLabTarget target(UnaryOperator<Wire> wire) {
    return new GitLabTarget(
        ProjectAddress.parse(gitlab.url() + "/group/project").orElseThrow(),
        options,
        commits,
        Optional.of(new AccessToken(bot.token())),
        wire,
        duration -> {});
  }

  List<StepReport> post(Posting posting, Journal journal) {
    return post(posting, journal, wire -> wire, outside -> outside);
  }

  List<StepReport> post(
      Posting posting, Journal journal, UnaryOperator<Wire> wire, UnaryOperator<Outside> around) {
    try (GitLabTarget target = target(wire)) {
      return new PlanRun(journal, duration -> {}, report -> {})
          .run(target.plan(posting), around.apply(target.outside()));
    }
  }

  /** The steps that do not stand, one a line. */
  static String undone(List<StepReport> reports) {
    return reports.stream()
        .filter(report -> !report.done())
        .map(PlanText::text)
        .collect(Collectors.joining("\n"));
  }

  @Override
  public void close() {
    gitlab.close();
  }
}
