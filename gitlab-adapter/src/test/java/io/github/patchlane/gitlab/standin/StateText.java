package io.github.patchlane.gitlab.standin;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Everything visible, in an order that owes nothing to the order of ids: merge requests by their
 * branches, threads as they follow each other in each.
 */
final class StateText {
  private final World world;
  private final StringBuilder text = new StringBuilder();

  StateText(World world) {
    this.world = world;
  }

  String write() {
    for (Project project : world.projects.values()) {
      line("project " + project.id);
      for (String branch : project.repository.branches()) {
        line("branch " + branch + " " + project.repository.branch(branch).orElse(""));
      }
      line("labels " + project.labels.keySet());
      project.statuses.stream()
          .map(s -> "status " + s.sha() + " " + s.name() + " " + s.status() + " " + s.description())
          .sorted()
          .forEach(this::line);
      List<String> requests = new ArrayList<>();
      project
          .mergeRequests
          .values()
          .forEach(r -> requests.add(new RequestText(project, r).write()));
      requests.stream().sorted().forEach(text::append);
    }
    section("quick actions", world.records.quickActionsRun);
    section("pings", world.records.pings);
    section("closed issues", world.records.closedIssues);
    return text.toString();
  }

  private void section(String name, List<String> lines) {
    line(name + " " + lines.size());
    lines.stream().map(StateText::withoutIds).sorted().forEach(this::line);
  }

  private void line(String line) {
    text.append(line).append('\n');
  }

  /** Ids within GitLab's own notes. */
  static String withoutIds(String text) {
    return withoutDiffIds(text).replaceAll("(merge_requests/|!)\\d+", "$1N");
  }

  static String withoutDiffIds(String text) {
    return text.replaceAll("diff_id=\\d+", "diff_id=N");
  }

  /** One merge request. */
  private static final class RequestText {
    private final Project project;
    private final MergeRequest request;
    private final StringBuilder text = new StringBuilder();

    RequestText(Project project, MergeRequest request) {
      this.project = project;
      this.request = request;
    }

    String write() {
      String fork = request.source == project ? "" : request.source.path + ":";
      line("merge request " + fork + request.sourceBranch + " -> " + request.targetBranch);
      line("  by @" + request.author.username() + ", " + request.state);
      line("  title " + request.title);
      line("  description " + indented(request.description));
      line("  labels " + request.labels + " locked " + request.locked);
      line(
          "  reviewers "
              + request.reviewers.values().stream().map(r -> r.user() + " " + r.state()).toList());
      line(
          "  approved by "
              + request.approvals.keySet().stream().map(request.approvers::get).toList());
      request.versions.forEach(
          v -> line("  version " + v.base() + " " + v.start() + " " + v.head()));
      request.stateEvents.forEach(e -> line("  " + e.state() + " by " + e.user()));
      request.labelEvents.forEach(
          e -> line("  " + (e.added() ? "+" : "-") + e.label() + " by " + e.user()));
      request.discussions.forEach(this::discussion);
      request.drafts.forEach(d -> line("  draft by " + d.author() + ": " + indented(d.note())));
      return text.toString();
    }

    private void discussion(Discussion discussion) {
      line(
          "  "
              + (discussion.individual ? "note" : "thread")
              + discussion.position.map(p -> " at " + p.head() + " " + p.place()).orElse("")
              + (discussion.resolved() ? " resolved" : "")
              + (discussion.outdated ? " outdated" : ""));
      for (Note note : discussion.notes) {
        line(
            "    "
                + (note.system ? "GitLab for " : "")
                + note.author
                + (note.backdated ? " at " + note.createdAt : "")
                + ": "
                + indented(note.system ? withoutIds(note.body) : note.body));
      }
    }

    private static String indented(String body) {
      return body.lines().collect(Collectors.joining("\n      "));
    }

    private void line(String line) {
      text.append(line).append('\n');
    }
  }
}
