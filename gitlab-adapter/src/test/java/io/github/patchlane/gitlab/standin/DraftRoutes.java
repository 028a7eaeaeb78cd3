package io.github.patchlane.gitlab.standin;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reviews written in private and published at once. */
final class DraftRoutes {
  private final World world;
  private final Services services;
  private final PositionCheck positions;

  DraftRoutes(World world, Services services) {
    this.world = world;
    this.services = services;
    this.positions = new PositionCheck(world);
  }

  void register(Map<String, Route> routes) {
    routes.put("draft notes", this::drafts);
    routes.put("create draft note", this::create);
    routes.put("delete draft note", this::delete);
    routes.put("publish drafts", this::publish);
  }

  private Reply drafts(Call call) {
    Project project = services.access.commentable(call);
    MergeRequest request = services.access.mergeRequest(call, project);
    return Paging.page(
        world, call, own(request, call), draft -> services.reviews.draft(request, draft));
  }

  private static List<MergeRequest.Draft> own(MergeRequest request, Call call) {
    return request.drafts.stream().filter(d -> d.author().equals(call.signedIn())).toList();
  }

  private Reply create(Call call) {
    Project project = services.access.commentable(call);
    MergeRequest request = services.access.mergeRequest(call, project);
    String text = call.parameters().text("note", "");
    services.conversation.check(request, text);
    Optional<Position> position = call.parameters().object("position").map(Position::read);
    position.ifPresent(place -> positions.check(project, request, place));
    Optional<String> thread = call.parameters().text("in_reply_to_discussion_id");
    if (thread.filter(id -> request.discussion(id).isEmpty()).isPresent()) {
      throw Refusal.notFound("Discussion");
    }
    MergeRequest.Draft draft =
        new MergeRequest.Draft(
            world.nextId(),
            call.signedIn(),
            text,
            position,
            thread,
            call.parameters().flag("resolve_discussion"));
    request.drafts.add(draft);
    return Reply.created(services.reviews.draft(request, draft));
  }

  private Reply delete(Call call) {
    Project project = services.access.commentable(call);
    MergeRequest request = services.access.mergeRequest(call, project);
    MergeRequest.Draft draft =
        own(request, call).stream()
            .filter(d -> String.valueOf(d.id()).equals(call.variable("draft")))
            .findFirst()
            .orElseThrow(() -> Refusal.notFound("Draft note"));
    request.drafts.remove(draft);
    return Reply.none();
  }

  /** Each draft becomes a note at once; a verdict and a closing word may go with them. */
  private Reply publish(Call call) {
    Project project = services.access.commentable(call);
    MergeRequest request = services.access.mergeRequest(call, project);
    StandInUser author = call.signedIn();
    for (MergeRequest.Draft draft : own(request, call)) {
      request.drafts.remove(draft);
      Discussion thread =
          draft
              .discussion()
              .flatMap(request::discussion)
              .orElseGet(() -> services.conversation.thread(false, draft.position()));
      say(project, request, author, thread, draft.note());
      if (draft.resolves()) {
        services.conversation.resolve(request, thread, author, true);
      }
    }
    call.parameters()
        .text("note")
        .filter(note -> !note.isBlank())
        .ifPresent(
            note ->
                say(
                    project,
                    request,
                    author,
                    services.conversation.thread(true, Optional.empty()),
                    note));
    switch (call.parameters().text("reviewer_state", "")) {
      case "requested_changes" -> services.lifecycle.requestChanges(request, author);
      case "approved" -> {
        if (!request.approvals.containsKey(author.id())) {
          services.lifecycle.approve(request, author);
        }
      }
      default -> services.lifecycle.standing(request, author, "reviewed");
    }
    return Reply.none();
  }

  private void say(
      Project project, MergeRequest request, StandInUser author, Discussion thread, String text) {
    String where = "!" + request.iid + " note";
    QuickActions.Extracted extracted = services.texts.extract(project, where, author, text);
    if (!extracted.text().isBlank()) {
      services.conversation.add(request, thread, author, extracted.text(), Optional.empty(), false);
      services.texts.announce(project, request, where, author, extracted.text());
    }
    services.actions.run(project, request, author, extracted.commands());
  }
}
