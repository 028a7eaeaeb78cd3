package io.github.patchlane.gitlab.standin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.FooterLine;
import org.eclipse.jgit.revwalk.RevCommit;

/** The shapes in which the API shows what the server knows. */
final class Entities {
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter OFFSET =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx", Locale.ROOT);

  private final World world;

  Entities(World world) {
    this.world = world;
  }

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }

  static <T> ArrayNode array(List<T> items, Function<? super T, ObjectNode> shape) {
    ArrayNode array = array();
    items.forEach(item -> array.add(shape.apply(item)));
    return array;
  }

  static String time(Instant instant) {
    return MILLIS.format(instant);
  }

  private static void time(ObjectNode into, String key, Optional<Instant> instant) {
    instant.ifPresentOrElse(t -> into.put(key, time(t)), () -> into.putNull(key));
  }

  private static void text(ObjectNode into, String key, Optional<String> text) {
    text.ifPresentOrElse(t -> into.put(key, t), () -> into.putNull(key));
  }

  private void user(ObjectNode into, String key, Optional<StandInUser> user) {
    user.ifPresentOrElse(u -> into.set(key, user(u)), () -> into.putNull(key));
  }

  ObjectNode user(StandInUser user) {
    ObjectNode json =
        object()
            .put("id", user.id())
            .put("username", user.username())
            .put("public_email", user.publicEmail().orElse(""))
            .put("name", user.name())
            .put("state", "active")
            .put("locked", false);
    json.putNull("avatar_url");
    return json.put("web_url", world.url + "/" + user.username());
  }

  ObjectNode fullUser(StandInUser user) {
    return user(user).put("bot", user.bot());
  }

  /** The signed-in user alone sees the address its own commits carry. */
  ObjectNode self(StandInUser user) {
    return fullUser(user).put("email", user.email()).put("commit_email", user.email());
  }

  String web(Project project) {
    return world.url + "/" + project.path;
  }

  String web(Project project, MergeRequest request) {
    return web(project) + "/-/merge_requests/" + request.iid;
  }

  ObjectNode project(Project project, Optional<StandInUser> reader) {
    ObjectNode json =
        object()
            .put("id", project.id)
            .put("name", project.name())
            .put("path", project.name())
            .put("path_with_namespace", project.path)
            .put("created_at", time(project.createdAt))
            .put("default_branch", project.repository.defaultBranch())
            .put("http_url_to_repo", web(project) + ".git")
            .put("web_url", web(project))
            .put("visibility", project.open ? "public" : "private")
            .put("empty_repo", project.repository.branches().isEmpty())
            .put("archived", false)
            .put("merge_requests_enabled", true)
            .put("merge_method", "merge")
            .put("squash_option", "default_off")
            .put("only_allow_merge_if_all_discussions_are_resolved", false);
    json.putObject("namespace")
        .put("path", project.namespace())
        .put("full_path", project.namespace())
        .put("kind", "group");
    ObjectNode permissions = json.putObject("permissions");
    permissions.putNull("group_access");
    reader
        .flatMap(project::level)
        .ifPresentOrElse(
            level ->
                permissions
                    .putObject("project_access")
                    .put("access_level", level.number())
                    .put("notification_level", 3),
            () -> permissions.putNull("project_access"));
    return json;
  }

  /** What a list holds of a merge request: neither the version's ids nor the pipeline. */
  ObjectNode brief(Project project, MergeRequest request) {
    ObjectNode json =
        object()
            .put("id", request.id)
            .put("iid", request.iid)
            .put("project_id", project.id)
            .put("title", request.title)
            .put("description", request.description)
            .put("state", request.state)
            .put("created_at", time(request.createdAt))
            .put("updated_at", time(request.updatedAt))
            .put("target_branch", request.targetBranch)
            .put("source_branch", request.sourceBranch)
            .put("source_project_id", project.id)
            .put("target_project_id", project.id)
            .put("user_notes_count", request.comments())
            .put("upvotes", votes(request, "thumbsup"))
            .put("downvotes", votes(request, "thumbsdown"))
            .put("draft", request.draft())
            .put("imported", request.imported)
            .put("imported_from", request.imported ? "gitlab_migration" : "none")
            .put("work_in_progress", request.draft())
            .put("merge_when_pipeline_succeeds", false)
            .put("merge_status", request.preparing() ? "checking" : "can_be_merged")
            .put("detailed_merge_status", detailedStatus(request))
            .put("discussion_locked", request.locked)
            .put("force_remove_source_branch", request.removeSourceBranch)
            .put("squash", request.squash)
            .put("reference", "!" + request.iid)
            .put("web_url", web(project, request))
            .put("has_conflicts", false)
            .put(
                "blocking_discussions_resolved",
                request.discussions.stream().allMatch(d -> !d.resolvable() || d.resolved()));
    json.set("author", user(request.author));
    json.set("assignees", array(request.assignees, this::user));
    user(json, "assignee", request.assignees.stream().findFirst());
    json.set("reviewers", array(List.copyOf(request.reviewers.values()), r -> user(r.user())));
    ArrayNode labels = json.putArray("labels");
    request.labels.forEach(labels::add);
    json.putNull("milestone");
    user(json, "merged_by", request.mergedBy);
    user(json, "merge_user", request.mergedBy);
    time(json, "merged_at", request.mergedAt);
    user(json, "closed_by", request.closedBy);
    time(json, "closed_at", request.closedAt);
    time(json, "prepared_at", request.preparedAt);
    text(json, "sha", request.shown().or(request::newest).map(DiffVersion::head));
    text(json, "merge_commit_sha", request.mergeCommit);
    text(json, "squash_commit_sha", request.squashCommit);
    json.putObject("references")
        .put("short", "!" + request.iid)
        .put("relative", "!" + request.iid)
        .put("full", project.path + "!" + request.iid);
    return json;
  }

  ObjectNode whole(Project project, MergeRequest request, Optional<StandInUser> reader) {
    ObjectNode json = brief(project, request);
    Optional<DiffVersion> version = request.preparing() ? Optional.empty() : request.shown();
    version.ifPresentOrElse(
        shown -> {
          json.putObject("diff_refs")
              .put("base_sha", shown.base())
              .put("head_sha", shown.head())
              .put("start_sha", shown.start());
          json.put("changes_count", String.valueOf(shown.files()));
        },
        () -> json.putNull("diff_refs").putNull("changes_count"));
    pipelines(project, request).stream()
        .findFirst()
        .ifPresentOrElse(
            pipeline -> json.set("head_pipeline", pipeline(project, pipeline)),
            () -> json.putNull("head_pipeline"));
    json.putNull("merge_error");
    json.putObject("user")
        .put(
            "can_merge",
            reader.filter(user -> project.mayPush(user, request.targetBranch)).isPresent());
    return json.put("subscribed", reader.filter(request.author::equals).isPresent());
  }

  private static long votes(MergeRequest request, String name) {
    return request.awards.stream().filter(award -> award.name().equals(name)).count();
  }

  private static String detailedStatus(MergeRequest request) {
    if (request.preparing()) {
      return request.preparedAt.isEmpty() ? "preparing" : "checking";
    }
    if (!request.open()) {
      return "not_open";
    }
    return request.draft() ? "draft_status" : "mergeable";
  }

  ObjectNode version(MergeRequest request, DiffVersion version) {
    ObjectNode json =
        object()
            .put("id", version.id())
            .put("head_commit_sha", version.head())
            .put("base_commit_sha", version.base())
            .put("start_commit_sha", version.start())
            .put("created_at", time(version.createdAt()))
            .put("merge_request_id", request.id)
            .put("state", version.commits() == 0 ? "empty" : "collected")
            .put("real_size", String.valueOf(version.files()));
    return version.patchId().isEmpty()
        ? json.putNull("patch_id_sha")
        : json.put("patch_id_sha", version.patchId());
  }

  ObjectNode commit(Project project, RevCommit commit) {
    PersonIdent author = commit.getAuthorIdent();
    PersonIdent committer = commit.getCommitterIdent();
    ObjectNode json =
        object()
            .put("id", commit.name())
            .put("short_id", commit.name().substring(0, 8))
            .put("created_at", at(committer))
            .put("title", commit.getShortMessage())
            .put("message", commit.getFullMessage())
            .put("author_name", author.getName())
            .put("author_email", author.getEmailAddress())
            .put("authored_date", at(author))
            .put("committer_name", committer.getName())
            .put("committer_email", committer.getEmailAddress())
            .put("committed_date", at(committer));
    ArrayNode parents = json.putArray("parent_ids");
    for (RevCommit parent : commit.getParents()) {
      parents.add(parent.name());
    }
    ObjectNode trailers = json.putObject("trailers");
    ObjectNode extended = json.putObject("extended_trailers");
    for (FooterLine line : commit.getFooterLines()) {
      trailers.put(line.getKey(), line.getValue());
      extended
          .withArray("/" + line.getKey().replace("~", "~0").replace("/", "~1"))
          .add(line.getValue());
    }
    return json.put("web_url", web(project) + "/-/commit/" + commit.name());
  }

  private static String at(PersonIdent person) {
    return OFFSET.format(person.getWhenAsInstant().atZone(person.getZoneId()));
  }

  ObjectNode branch(Project project, String name, RevCommit head) {
    boolean isDefault = name.equals(project.repository.defaultBranch());
    ObjectNode json =
        object()
            .put("name", name)
            .put("merged", false)
            .put("protected", project.isProtected(name))
            .put("default", isDefault)
            .put("web_url", web(project) + "/-/tree/" + name);
    json.set("commit", commit(project, head));
    return json;
  }

  ObjectNode discussion(Project project, MergeRequest request, Discussion discussion) {
    ObjectNode json =
        object().put("id", discussion.id).put("individual_note", discussion.individual);
    json.put("resolvable", discussion.resolvable());
    if (discussion.resolvable()) {
      json.put("resolved", discussion.resolved());
    }
    json.set("notes", array(discussion.notes, note -> note(project, request, discussion, note)));
    return json;
  }

  ObjectNode note(Project project, MergeRequest request, Discussion discussion, Note note) {
    ObjectNode json = object().put("id", note.id);
    if (discussion.position.isPresent()) {
      json.put("type", "DiffNote");
    } else if (discussion.individual) {
      json.putNull("type");
    } else {
      json.put("type", "DiscussionNote");
    }
    json.put("body", note.body);
    json.set("author", user(note.author));
    json.put("created_at", time(note.createdAt))
        .put("updated_at", time(note.updatedAt))
        .put("system", note.system)
        .put("noteable_id", request.id)
        .put("noteable_type", "MergeRequest")
        .put("project_id", project.id);
    discussion.position.ifPresent(
        position -> json.put("commit_id", position.head()).set("position", position.json()));
    boolean resolvable = discussion.resolvable() && !note.system;
    json.put("resolvable", resolvable);
    if (resolvable) {
      json.put("resolved", note.resolved);
      user(json, "resolved_by", note.resolvedBy);
      time(json, "resolved_at", note.resolvedAt);
    }
    json.putArray("suggestions");
    return json.put("confidential", note.internal)
        .put("internal", note.internal)
        .put("imported", request.imported)
        .put("imported_from", request.imported ? "gitlab_migration" : "none")
        .put("noteable_iid", request.iid);
  }

  ObjectNode approvals(MergeRequest request, Optional<StandInUser> reader) {
    boolean has = reader.filter(user -> request.approvals.containsKey(user.id())).isPresent();
    ObjectNode json =
        object()
            .put("user_has_approved", has)
            .put("user_can_approve", reader.isPresent() && !has)
            .put("approved", !request.approvals.isEmpty());
    ArrayNode by = json.putArray("approved_by");
    request.approvals.forEach(
        (id, at) -> {
          ObjectNode approval = by.addObject();
          user(approval, "user", Optional.ofNullable(request.approvers.get(id)));
          approval.put("approved_at", time(at));
        });
    return json;
  }

  /** Newest first: those over the shown head. */
  List<Project.Pipeline> pipelines(Project project, MergeRequest request) {
    List<String> heads = request.visible().stream().map(DiffVersion::head).toList();
    return project.pipelines.stream()
        .filter(pipeline -> heads.contains(pipeline.sha()))
        .sorted((a, b) -> Long.compare(b.id(), a.id()))
        .toList();
  }

  ObjectNode pipeline(Project project, Project.Pipeline pipeline) {
    return object()
        .put("id", pipeline.id())
        .put("iid", pipeline.id())
        .put("project_id", project.id)
        .put("sha", pipeline.sha())
        .put("ref", pipeline.ref())
        .put("status", pipeline.status())
        .put("source", pipeline.source())
        .put("created_at", time(pipeline.createdAt()))
        .put("updated_at", time(pipeline.createdAt()))
        .put("web_url", web(project) + "/-/pipelines/" + pipeline.id());
  }

  ObjectNode status(Project.Status status) {
    ObjectNode json =
        object()
            .put("id", status.id())
            .put("sha", status.sha())
            .put("ref", status.ref())
            .put("status", status.status())
            .put("name", status.name())
            .put("created_at", time(status.createdAt()))
            .put("allow_failure", false)
            .put("pipeline_id", status.pipeline());
    text(json, "target_url", Optional.of(status.targetUrl()).filter(t -> !t.isEmpty()));
    text(json, "description", Optional.of(status.description()).filter(t -> !t.isEmpty()));
    json.putNull("started_at").putNull("finished_at").putNull("coverage");
    json.set("author", user(status.author()));
    return json;
  }

  ObjectNode stateEvent(MergeRequest request, MergeRequest.StateEvent event) {
    ObjectNode json = object().put("id", event.id());
    json.set("user", user(event.user()));
    return json.put("created_at", time(event.at()))
        .put("resource_type", "MergeRequest")
        .put("resource_id", request.id)
        .putNull("source_commit")
        .putNull("source_merge_request_id")
        .put("state", event.state());
  }

  ObjectNode labelEvent(Project project, MergeRequest request, MergeRequest.LabelEvent event) {
    ObjectNode json = object().put("id", event.id());
    json.set("user", user(event.user()));
    json.put("created_at", time(event.at()))
        .put("resource_type", "MergeRequest")
        .put("resource_id", request.id);
    json.putObject("label")
        .put("id", project.labels.getOrDefault(event.label(), 0L))
        .put("name", event.label())
        .put("color", "#6699cc")
        .put("description", "");
    return json.put("action", event.added() ? "add" : "remove");
  }

  ObjectNode reviewer(MergeRequest.Reviewer reviewer) {
    ObjectNode json = object();
    json.set("user", user(reviewer.user()));
    return json.put("state", reviewer.state()).put("created_at", time(reviewer.since()));
  }

  ObjectNode award(MergeRequest request, MergeRequest.Award award) {
    ObjectNode json = object().put("id", award.id()).put("name", award.name());
    json.set("user", user(award.user()));
    return json.put("created_at", time(award.at()))
        .put("updated_at", time(award.at()))
        .put("awardable_id", request.id)
        .put("awardable_type", "MergeRequest")
        .putNull("url");
  }

  ObjectNode draft(MergeRequest request, MergeRequest.Draft draft) {
    ObjectNode json =
        object()
            .put("id", draft.id())
            .put("author_id", draft.author().id())
            .put("merge_request_id", request.id)
            .put("resolve_discussion", draft.resolves())
            .put("note", draft.note());
    text(json, "discussion_id", draft.discussion());
    draft
        .position()
        .ifPresentOrElse(
            position -> json.set("position", position.json()), () -> json.putNull("position"));
    return json.putNull("commit_id").putNull("line_code");
  }
}
