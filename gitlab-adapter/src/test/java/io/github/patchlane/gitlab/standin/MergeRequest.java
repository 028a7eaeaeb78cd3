package io.github.patchlane.gitlab.standin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** A merge request as the server holds it. */
final class MergeRequest {
  private static final Pattern DRAFT =
      Pattern.compile("^\\s*(?:\\[draft\\]|\\(draft\\)|draft:)\\s*", Pattern.CASE_INSENSITIVE);

  /** A state with who brought it about and when. */
  record StateEvent(long id, StandInUser user, Instant at, String state) {}

  /** A label put on or taken off. */
  record LabelEvent(long id, StandInUser user, Instant at, String label, boolean added) {}

  /** A reviewer's standing. */
  record Reviewer(StandInUser user, String state, Instant since) {}

  /** A reaction. */
  record Award(long id, String name, StandInUser user, Instant at) {}

  /** An unpublished comment. */
  record Draft(
      long id,
      StandInUser author,
      String note,
      Optional<Position> position,
      Optional<String> discussion,
      boolean resolves) {}

  final long id;
  final int iid;
  final StandInUser author;

  /** The project that the source branch is in: the target itself, or a fork of it. */
  final Project source;

  final String sourceBranch;
  final Instant createdAt;
  String targetBranch;
  String title;
  String description;
  String state = "opened";
  Instant updatedAt;
  Optional<Instant> mergedAt = Optional.empty();
  Optional<StandInUser> mergedBy = Optional.empty();
  Optional<String> mergeCommit = Optional.empty();
  Optional<String> squashCommit = Optional.empty();
  Optional<Instant> closedAt = Optional.empty();
  Optional<StandInUser> closedBy = Optional.empty();
  Optional<Instant> preparedAt = Optional.empty();
  boolean locked;
  boolean removeSourceBranch;
  boolean squash;
  boolean imported;

  /** How many more reads see the newest version unfinished. */
  int unpreparedReads;

  final TreeSet<String> labels = new TreeSet<>();
  final List<StandInUser> assignees = new ArrayList<>();
  final Map<Long, Reviewer> reviewers = new LinkedHashMap<>();

  /** Oldest first. */
  final List<DiffVersion> versions = new ArrayList<>();

  final List<Discussion> discussions = new ArrayList<>();
  final Map<Long, Instant> approvals = new LinkedHashMap<>();
  final Map<Long, StandInUser> approvers = new LinkedHashMap<>();
  final List<StateEvent> stateEvents = new ArrayList<>();
  final List<LabelEvent> labelEvents = new ArrayList<>();
  final List<Award> awards = new ArrayList<>();
  final List<Draft> drafts = new ArrayList<>();

  MergeRequest(
      long id,
      int iid,
      StandInUser author,
      Project source,
      String sourceBranch,
      String targetBranch,
      String title,
      String description,
      Instant createdAt) {
    this.id = id;
    this.iid = iid;
    this.author = author;
    this.source = source;
    this.sourceBranch = sourceBranch;
    this.targetBranch = targetBranch;
    this.title = title;
    this.description = description;
    this.createdAt = createdAt;
    this.updatedAt = createdAt;
  }

  /** Where the source branch is now; empty where it is gone. */
  Optional<String> sourceHead() {
    return source.repository.branch(sourceBranch);
  }

  boolean open() {
    return state.equals("opened");
  }

  boolean draft() {
    return isDraft(title);
  }

  static boolean isDraft(String title) {
    return DRAFT.matcher(title).find();
  }

  static String ready(String title) {
    return DRAFT.matcher(title).replaceFirst("");
  }

  /** Whether the newest version is still being worked out. */
  boolean preparing() {
    return unpreparedReads > 0;
  }

  /** The version that readers see; none while the first is being worked out. */
  Optional<DiffVersion> shown() {
    List<DiffVersion> visible = visible();
    return visible.isEmpty() ? Optional.empty() : Optional.of(visible.get(visible.size() - 1));
  }

  List<DiffVersion> visible() {
    return preparing() && !versions.isEmpty() ? versions.subList(0, versions.size() - 1) : versions;
  }

  Optional<DiffVersion> newest() {
    return versions.isEmpty() ? Optional.empty() : Optional.of(versions.get(versions.size() - 1));
  }

  Optional<Discussion> discussion(String discussionId) {
    return discussions.stream().filter(d -> d.id.equals(discussionId)).findFirst();
  }

  long comments() {
    return discussions.stream().flatMap(d -> d.notes.stream()).filter(n -> !n.system).count();
  }
}
