package io.github.patchlane.gitlab.standin;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The changes of state a merge request goes through, with the traces GitLab leaves of each. */
final class Lifecycle {
  private final World world;
  private final Conversation conversation;
  private final Texts texts;

  Lifecycle(World world, Conversation conversation, Texts texts) {
    this.world = world;
    this.conversation = conversation;
    this.texts = texts;
  }

  /** Works out the next version from the branches as they stand. */
  void version(Project project, MergeRequest request) {
    Repository git = project.repository;
    Optional<String> head = request.sourceHead();
    Optional<String> start = git.branch(request.targetBranch);
    if (head.isEmpty() || start.isEmpty()) {
      return;
    }
    if (request.source != project) {
      git.take(request.source.repository, request.sourceBranch);
    }
    String base = git.mergeBase(start.get(), head.get()).orElse(start.get());
    DiffVersion version =
        new DiffVersion(
            world.nextId(),
            base,
            start.get(),
            head.get(),
            world.now(),
            git.between(base, head.get()).size(),
            git.changes(base, head.get()).size(),
            git.patchId(base, head.get()));
    Optional<DiffVersion> before = request.newest();
    request.versions.add(version);
    git.set("refs/merge-requests/" + request.iid + "/head", version.head());
    git.set("refs/keep-around/" + version.head(), version.head());
    git.set("refs/keep-around/" + version.base(), version.base());
    git.set("refs/keep-around/" + version.start(), version.start());
    request.unpreparedReads = Math.max(request.unpreparedReads, world.unpreparedReads);
    request.updatedAt = world.now();
    before.ifPresent(old -> new PositionTracer(project, request, conversation).move(old, version));
  }

  void close(Project project, MergeRequest request, StandInUser user) {
    if (request.open()) {
      request.state = "closed";
      request.closedAt = Optional.of(world.now());
      request.closedBy = Optional.of(user);
      event(project, request, user, "closed");
    }
  }

  /**
   * Throws a refusal where the branch is gone or another open merge request has taken its place.
   */
  void reopen(Project project, MergeRequest request, StandInUser user) {
    if (!request.state.equals("closed")) {
      return;
    }
    if (request.sourceHead().isEmpty()) {
      throw new Refusal(
          Reply.messages(422, "Source branch \"" + request.sourceBranch + "\" does not exist"));
    }
    noTwin(project, request, request.targetBranch);
    request.state = "opened";
    request.closedAt = Optional.empty();
    request.closedBy = Optional.empty();
    event(project, request, user, "reopened");
    if (request
        .sourceHead()
        .filter(head -> request.newest().filter(v -> v.head().equals(head)).isEmpty())
        .isPresent()) {
      version(project, request);
    }
  }

  void noTwin(Project project, MergeRequest self, String target) {
    twin(project, self.source, self.sourceBranch, target)
        .filter(other -> other != self)
        .ifPresent(
            other -> {
              throw twinRefusal(other.iid);
            });
  }

  static Optional<MergeRequest> twin(
      Project project, Project source, String branch, String target) {
    return project.mergeRequests.values().stream()
        .filter(MergeRequest::open)
        .filter(m -> m.source == source)
        .filter(m -> m.sourceBranch.equals(branch) && m.targetBranch.equals(target))
        .findFirst();
  }

  static Refusal twinRefusal(int iid) {
    return new Refusal(
        Reply.messages(
            409, "Another open merge request already exists for this source branch: !" + iid));
  }

  void merged(Project project, MergeRequest request, StandInUser user, Optional<String> commit) {
    request.state = "merged";
    request.mergedAt = Optional.of(world.now());
    request.mergedBy = Optional.of(user);
    request.mergeCommit = commit;
    event(project, request, user, "merged");
    if (request.targetBranch.equals(project.repository.defaultBranch())) {
      texts.close(
          project, "!" + request.iid + " description", References.closes(request.description));
      request
          .newest()
          .ifPresent(
              version ->
                  project
                      .repository
                      .between(version.base(), version.head())
                      .forEach(
                          c ->
                              texts.close(
                                  project,
                                  "!" + request.iid + " commit " + c.name().substring(0, 8),
                                  References.closes(c.getFullMessage()))));
    }
  }

  private void event(Project project, MergeRequest request, StandInUser user, String state) {
    request.stateEvents.add(new MergeRequest.StateEvent(world.nextId(), user, world.now(), state));
    request.updatedAt = world.now();
    if (project.writesStateNotes) {
      conversation.system(request, user, state);
    }
  }

  void title(MergeRequest request, StandInUser user, String title) {
    if (title.equals(request.title)) {
      return;
    }
    boolean wasDraft = request.draft();
    String before = request.title;
    request.title = title;
    request.updatedAt = world.now();
    if (wasDraft != request.draft()) {
      String now = request.draft() ? "draft" : "ready";
      conversation.system(request, user, "marked this merge request as **" + now + "**");
    }
    if (!MergeRequest.ready(before).equals(MergeRequest.ready(title))) {
      conversation.system(
          request, user, "changed title from **{-" + before + "-}** to **{+" + title + "+}**");
    }
  }

  void description(MergeRequest request, StandInUser user, String description) {
    if (!description.equals(request.description)) {
      request.description = description;
      conversation.system(request, user, "changed the description");
    }
  }

  void target(Project project, MergeRequest request, StandInUser user, String branch) {
    if (branch.equals(request.targetBranch)) {
      return;
    }
    String before = request.targetBranch;
    request.targetBranch = branch;
    conversation.system(
        request, user, "changed target branch from `" + before + "` to `" + branch + "`");
    version(project, request);
  }

  /** Labels that the project lacks are made. */
  void labels(Project project, MergeRequest request, StandInUser user, Set<String> wanted) {
    Set<String> before = new TreeSet<>(request.labels);
    for (String label : wanted) {
      project.labels.computeIfAbsent(label, name -> world.nextId());
      if (request.labels.add(label)) {
        labelEvent(request, user, label, true);
      }
    }
    before.removeAll(wanted);
    for (String label : before) {
      request.labels.remove(label);
      labelEvent(request, user, label, false);
    }
  }

  private void labelEvent(MergeRequest request, StandInUser user, String label, boolean added) {
    request.labelEvents.add(
        new MergeRequest.LabelEvent(world.nextId(), user, world.now(), label, added));
    request.updatedAt = world.now();
  }

  /** Without a licence one reviewer stays of any number asked for. */
  void reviewers(MergeRequest request, StandInUser by, List<StandInUser> wanted) {
    List<StandInUser> kept = wanted.stream().limit(1).toList();
    List<Long> ids = kept.stream().map(StandInUser::id).toList();
    request.reviewers.keySet().retainAll(ids);
    for (StandInUser user : kept) {
      if (!request.reviewers.containsKey(user.id())) {
        request.reviewers.put(
            user.id(), new MergeRequest.Reviewer(user, "unreviewed", world.now()));
        conversation.system(request, by, "requested review from @" + user.username());
      }
    }
  }

  void assignees(MergeRequest request, StandInUser by, List<StandInUser> wanted) {
    List<StandInUser> kept = wanted.stream().limit(1).toList();
    if (!kept.equals(request.assignees)) {
      request.assignees.clear();
      request.assignees.addAll(kept);
      if (!kept.isEmpty()) {
        conversation.system(
            request,
            by,
            "assigned to "
                + kept.stream().map(u -> "@" + u.username()).collect(Collectors.joining(" and ")));
      }
    }
  }

  void approve(MergeRequest request, StandInUser user) {
    request.approvals.put(user.id(), world.now());
    request.approvers.put(user.id(), user);
    standing(request, user, "approved");
    conversation.system(request, user, "approved this merge request");
  }

  void unapprove(MergeRequest request, StandInUser user) {
    request.approvals.remove(user.id());
    standing(request, user, "unapproved");
    conversation.system(request, user, "unapproved this merge request");
  }

  void requestChanges(MergeRequest request, StandInUser user) {
    standing(request, user, "requested_changes");
    conversation.system(request, user, "requested changes");
  }

  void standing(MergeRequest request, StandInUser user, String state) {
    MergeRequest.Reviewer known = request.reviewers.get(user.id());
    if (known != null) {
      request.reviewers.put(user.id(), new MergeRequest.Reviewer(user, state, known.since()));
    }
  }
}
