package io.github.patchlane.gitlab.posting;

import io.github.patchlane.core.plan.Journal;
import io.github.patchlane.core.plan.Outside;
import io.github.patchlane.core.plan.PlanRun;
import io.github.patchlane.core.plan.PlanText;
import io.github.patchlane.core.plan.StepReport;
import io.github.patchlane.core.source.Posting;
import io.github.patchlane.gitlab.AccessToken;
import io.github.patchlane.gitlab.ProjectAddress;
import io.github.patchlane.gitlab.standin.AccessLevel;
import io.github.patchlane.gitlab.standin.GitLabStandIn;
import io.github.patchlane.gitlab.standin.StandInProject;
import io.github.patchlane.gitlab.standin.StandInUser;
import io.github.patchlane.gitlab.rest.Wire;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A stand-in with a project like the invented repository, and a run of one posting against it. */
final class Bridge implements AutoCloseable {
  private final GitLabStandIn gitlab = GitLabStandIn.start();
  private final StandInUser bot = gitlab.user("bridge", "Bridge", "bridge@example.org");
  private final StandInProject project;
  private final Path commits;

  Bridge(Path scratch, Path commits, AccessLevel level) throws IOException {
    this.commits = commits;
    gitlab.user("root", "Root", "root@example.org");
    Path server = scratch.resolve("server-" + System.identityHashCode(this) + ".git");
    InventedRepository.open(server).close();
    this.project = gitlab.project("group/project", server).member(bot, level).issue(1);
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
        PostingOptions.into("main").withArchive("https://lists.example.org/r/"),
        commits,
        Optional.of(new AccessToken(bot.token())),
        wire,
        duration -> {});
  }

  List<StepReport> post(Posting posting, Journal journal) {
    return post(posting, journal, wire -> wire, outside -> outside);
  }

  List<StepReport> post(
      Posting posting,
      Journal journal,
      UnaryOperator<Wire> wire,
      UnaryOperator<Outside> around) {
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
