package io.github.patchlane.gitlab.standin;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** The shapes of what people say of a merge request and do to it. */
final class ReviewEntities {
  private final Entities shapes;

  ReviewEntities(Entities shapes) {
    this.shapes = shapes;
  }

  ObjectNode discussion(Project project, MergeRequest request, Discussion discussion) {
    ObjectNode json =
        Entities.object().put("id", discussion.id).put("individual_note", discussion.individual);
    json.put("resolvable", discussion.resolvable());
    if (discussion.resolvable()) {
      json.put("resolved", discussion.resolved());
    }
    json.set(
        "notes",
        Entities.array(discussion.notes, note -> note(project, request, discussion, note)));
    return json;
  }

  ObjectNode note(Project project, MergeRequest request, Discussion discussion, Note note) {
    ObjectNode json = Entities.object().put("id", note.id);
    if (discussion.position.isPresent()) {
      json.put("type", "DiffNote");
    } else if (discussion.individual) {
      json.putNull("type");
    } else {
      json.put("type", "DiscussionNote");
    }
    json.put("body", note.body);
    json.set("author", shapes.user(note.author));
    json.put("created_at", Entities.time(note.createdAt))
        .put("updated_at", Entities.time(note.updatedAt))
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
      shapes.user(json, "resolved_by", note.resolvedBy);
      Entities.time(json, "resolved_at", note.resolvedAt);
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
        Entities.object()
            .put("user_has_approved", has)
            .put("user_can_approve", reader.isPresent() && !has)
            .put("approved", !request.approvals.isEmpty());
    ArrayNode by = json.putArray("approved_by");
    request.approvals.forEach(
        (id, at) -> {
          ObjectNode approval = by.addObject();
          shapes.user(approval, "user", Optional.ofNullable(request.approvers.get(id)));
          approval.put("approved_at", Entities.time(at));
        });
    return json;
  }

  ObjectNode stateEvent(MergeRequest request, MergeRequest.StateEvent event) {
    ObjectNode json = Entities.object().put("id", event.id());
    json.set("user", shapes.user(event.user()));
    return json.put("created_at", Entities.time(event.at()))
        .put("resource_type", "MergeRequest")
        .put("resource_id", request.id)
        .putNull("source_commit")
        .putNull("source_merge_request_id")
        .put("state", event.state());
  }

  ObjectNode labelEvent(Project project, MergeRequest request, MergeRequest.LabelEvent event) {
    ObjectNode json = Entities.object().put("id", event.id());
    json.set("user", shapes.user(event.user()));
    json.put("created_at", Entities.time(event.at()))
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
    ObjectNode json = Entities.object();
    json.set("user", shapes.user(reviewer.user()));
    return json.put("state", reviewer.state()).put("created_at", Entities.time(reviewer.since()));
  }

  ObjectNode award(MergeRequest request, MergeRequest.Award award) {
    ObjectNode json = Entities.object().put("id", award.id()).put("name", award.name());
    json.set("user", shapes.user(award.user()));
    return json.put("created_at", Entities.time(award.at()))
        .put("updated_at", Entities.time(award.at()))
        .put("awardable_id", request.id)
        .put("awardable_type", "MergeRequest")
        .putNull("url");
  }

  ObjectNode draft(MergeRequest request, MergeRequest.Draft draft) {
    ObjectNode json =
        Entities.object()
            .put("id", draft.id())
            .put("author_id", draft.author().id())
            .put("merge_request_id", request.id)
            .put("resolve_discussion", draft.resolves())
            .put("note", draft.note());
    Entities.text(json, "discussion_id", draft.discussion());
    draft
        .position()
        .ifPresentOrElse(
            position -> json.set("position", position.json()), () -> json.putNull("position"));
    return json.putNull("commit_id").putNull("line_code");
  }
}
