package io.github.patchlane.gitlab.standin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** The shapes of a merge request and its versions. */
final class RequestEntities {
  private final Entities shapes;

  RequestEntities(Entities shapes) {
    this.shapes = shapes;
  }

  /** What a list holds of a merge request: neither the version's ids nor the pipeline. */
  ObjectNode brief(Project project, MergeRequest request) {
    ObjectNode json =
        Entities.object()
            .put("id", request.id)
            .put("iid", request.iid)
            .put("project_id", project.id)
            .put("title", request.title)
            .put("description", request.description)
            .put("state", request.state)
            .put("created_at", Entities.time(request.createdAt))
            .put("updated_at", Entities.time(request.updatedAt))
            .put("target_branch", request.targetBranch)
            .put("source_branch", request.sourceBranch)
            .put("source_project_id", request.source.id)
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
            .put("web_url", shapes.web(project, request))
            .put("has_conflicts", false)
            .put(
                "blocking_discussions_resolved",
                request.discussions.stream().allMatch(d -> !d.resolvable() || d.resolved()));
    json.set("author", shapes.user(request.author));
    json.set("assignees", Entities.array(request.assignees, shapes::user));
    shapes.user(json, "assignee", request.assignees.stream().findFirst());
    json.set(
        "reviewers",
        Entities.array(List.copyOf(request.reviewers.values()), r -> shapes.user(r.user())));
    ArrayNode labels = json.putArray("labels");
    request.labels.forEach(labels::add);
    json.putNull("milestone");
    shapes.user(json, "merged_by", request.mergedBy);
    shapes.user(json, "merge_user", request.mergedBy);
    Entities.time(json, "merged_at", request.mergedAt);
    shapes.user(json, "closed_by", request.closedBy);
    Entities.time(json, "closed_at", request.closedAt);
    Entities.time(json, "prepared_at", request.preparedAt);
    Entities.text(json, "sha", request.shown().or(request::newest).map(DiffVersion::head));
    Entities.text(json, "merge_commit_sha", request.mergeCommit);
    Entities.text(json, "squash_commit_sha", request.squashCommit);
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
    shapes.pipelines(project, request).stream()
        .findFirst()
        .ifPresentOrElse(
            pipeline -> json.set("head_pipeline", shapes.pipeline(project, pipeline)),
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
        Entities.object()
            .put("id", version.id())
            .put("head_commit_sha", version.head())
            .put("base_commit_sha", version.base())
            .put("start_commit_sha", version.start())
            .put("created_at", Entities.time(version.createdAt()))
            .put("merge_request_id", request.id)
            .put("state", version.commits() == 0 ? "empty" : "collected")
            .put("real_size", String.valueOf(version.files()));
    return version.patchId().isEmpty()
        ? json.putNull("patch_id_sha")
        : json.put("patch_id_sha", version.patchId());
  }
}
