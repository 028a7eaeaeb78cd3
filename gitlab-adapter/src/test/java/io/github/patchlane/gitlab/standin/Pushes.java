package io.github.patchlane.gitlab.standin;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.jgit.revwalk.RevCommit;

/**
 * What a moved branch does to merge requests, in GitLab's order: those whose head has reached their
 * target become merged; those whose source is gone are closed; those from the branch, and those
 * whose target was rewritten or took over commits of theirs, get a new version; a note lists the
 * commits; a fixup or draft commit makes a draft.
 */
final class Pushes {
  private final World world;
  private final Services services;

  Pushes(World world, Services services) {
    this.world = world;
    this.services = services;
  }

  /** An open merge request with the project it was made in. */
  private record Proposed(Project target, MergeRequest request) {}

  /** Those from the branch, in its project or in the one that it was forked from. */
  private List<Proposed> from(Project source, String branch) {
    List<Proposed> found = new ArrayList<>();
    for (Project target : world.projects.values()) {
      for (MergeRequest request : open(target)) {
        if (request.source == source && request.sourceBranch.equals(branch)) {
          found.add(new Proposed(target, request));
        }
      }
    }
    return found;
  }

  /** After the branch has moved; absent ids stand for a branch made or removed. */
  void updated(
      Project project,
      StandInUser user,
      String branch,
      Optional<String> before,
      Optional<String> after) {
    Repository git = project.repository;
    if (before.equals(after)) {
      return;
    }
    List<RevCommit> commits = commits(project, branch, before, after);
    Set<String> pushed = commits.stream().map(RevCommit::name).collect(Collectors.toSet());
    boolean rewritten =
        before.isPresent() && after.isPresent() && !git.isAncestor(before.get(), after.get());
    for (MergeRequest request : open(project)) {
      if (request.targetBranch.equals(branch) && landed(request, pushed)) {
        services.lifecycle.merged(project, request, user, after);
      }
    }
    if (after.isEmpty()) {
      from(project, branch).forEach(p -> services.lifecycle.close(p.target(), p.request(), user));
      return;
    }
    from(project, branch).forEach(p -> revised(p.target(), p.request(), user, before, commits));
    for (MergeRequest request : open(project)) {
      if (request.targetBranch.equals(branch)
          && !(request.source == project && request.sourceBranch.equals(branch))
          && (rewritten || shares(project, request, pushed))) {
        services.lifecycle.version(project, request);
        services.settle(request);
      }
    }
    messages(project, user, branch, commits);
  }

  private static List<MergeRequest> open(Project project) {
    return project.mergeRequests.values().stream().filter(MergeRequest::open).toList();
  }

  private static boolean landed(MergeRequest request, Set<String> pushed) {
    return request
        .newest()
        .filter(version -> version.commits() > 0 && pushed.contains(version.head()))
        .isPresent();
  }

  private static boolean shares(Project project, MergeRequest request, Set<String> pushed) {
    return request
        .newest()
        .filter(
            version ->
                project.repository.between(version.base(), version.head()).stream()
                    .anyMatch(commit -> pushed.contains(commit.name())))
        .isPresent();
  }

  /** Newest first. A branch made anew brings nothing, unless a merge request waited for it. */
  private List<RevCommit> commits(
      Project project, String branch, Optional<String> before, Optional<String> after) {
    if (after.isEmpty()) {
      return List.of();
    }
    Optional<String> from =
        before.or(
            () ->
                from(project, branch).stream()
                    .findFirst()
                    .flatMap(proposed -> proposed.request().newest())
                    .flatMap(v -> project.repository.mergeBase(v.head(), after.get())));
    return from.map(id -> project.repository.between(id, after.get())).orElse(List.of());
  }

  private void revised(
      Project project,
      MergeRequest request,
      StandInUser user,
      Optional<String> before,
      List<RevCommit> pushed) {
    Optional<DiffVersion> old = request.newest();
    services.lifecycle.version(project, request);
    services.settle(request);
    DiffVersion young = request.newest().orElseThrow();
    if (project.resetsApprovals) {
      request.approvals.clear();
    }
    if (pushed.isEmpty()) {
      return;
    }
    Set<String> own = new HashSet<>();
    project.repository.between(young.base(), young.head()).forEach(c -> own.add(c.name()));
    services.conversation.system(
        request, user, addedCommits(project, request, pushed, own, before, young, old));
    if (!request.draft()) {
      pushed.stream()
          .filter(commit -> own.contains(commit.name()) && isDraft(commit.getShortMessage()))
          .findFirst()
          .ifPresent(
              commit -> {
                request.title = "Draft: " + request.title;
                services.conversation.system(
                    request, user, "marked this merge request as **draft** from " + commit.name());
              });
    }
  }

  private static boolean isDraft(String title) {
    String lower = title.toLowerCase(Locale.ROOT);
    return MergeRequest.isDraft(title)
        || lower.startsWith("fixup! ")
        || lower.startsWith("squash! ");
  }

  /** The note's text: what came with the target's history on one line, then each new commit. */
  private String addedCommits(
      Project project,
      MergeRequest request,
      List<RevCommit> pushed,
      Set<String> own,
      Optional<String> before,
      DiffVersion young,
      Optional<DiffVersion> old) {
    List<RevCommit> fresh = pushed.stream().filter(c -> own.contains(c.name())).toList();
    List<RevCommit> taken = pushed.stream().filter(c -> !own.contains(c.name())).toList();
    StringBuilder text =
        new StringBuilder("added ").append(counted(pushed.size())).append("\n\n<ul>");
    if (!taken.isEmpty()) {
      String last = shortId(taken.get(0).name());
      String ids =
          taken.size() == 1
              ? last
              : before.map(Pushes::shortId).orElse(shortId(taken.get(taken.size() - 1).name()))
                  + "..."
                  + last;
      text.append("<li>")
          .append(ids)
          .append(" - ")
          .append(counted(taken.size()))
          .append(" from branch <code>")
          .append(request.targetBranch)
          .append("</code></li>");
    }
    List<RevCommit> oldestFirst = new ArrayList<>(fresh);
    Collections.reverse(oldestFirst);
    for (RevCommit commit : oldestFirst) {
      text.append("<li>")
          .append(shortId(commit.name()))
          .append(" - ")
          .append(escaped(commit.getShortMessage()))
          .append("</li>");
    }
    return text.append("</ul>\n\n[Compare with previous version](/")
        .append(project.path)
        .append("/-/merge_requests/")
        .append(request.iid)
        .append("/diffs?diff_id=")
        .append(young.id())
        .append("&start_sha=")
        .append(old.map(DiffVersion::head).or(() -> before).orElse(""))
        .append(')')
        .toString();
  }

  private static String counted(int commits) {
    return commits == 1 ? "1 commit" : commits + " commits";
  }

  private static String shortId(String id) {
    return id.substring(0, 8);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /** On the default branch the messages' closing keywords are in force. */
  private void messages(Project project, StandInUser user, String branch, List<RevCommit> commits) {
    for (RevCommit commit : commits) {
      String message = commit.getFullMessage();
      services.texts.announceCommit(project, commit.name(), user, message);
      if (branch.equals(project.repository.defaultBranch())) {
        services.texts.close(
            project, "commit " + shortId(commit.name()), References.closes(message));
      }
    }
  }
}
