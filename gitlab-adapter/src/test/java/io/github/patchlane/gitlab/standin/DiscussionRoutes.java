package io.github.patchlane.gitlab.standin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Threads and notes. */
final class DiscussionRoutes {
  private record Said(Discussion discussion, Note note) {}

  private final World world;
  private final Services services;
  private final PositionCheck positions;

  DiscussionRoutes(World world, Services services) {
    this.world = world;
    this.services = services;
    this.positions = new PositionCheck(world);
  }

  void register(Map<String, Route> routes) {
    routes.put("discussions", this::discussions);
    routes.put("discussion", this::discussion);
    routes.put("create discussion", this::createDiscussion);
    routes.put("resolve", this::resolve);
    routes.put("reply", this::reply);
    routes.put("edit reply", this::editReply);
    routes.put("notes", this::notes);
    routes.put("note", this::note);
    routes.put("create note", this::createNote);
    routes.put("edit note", this::editNote);
    routes.put("delete note", this::deleteNote);
  }

  private Reply discussions(Call call) {
    Project project = services.access.code(call);
    MergeRequest request = services.access.mergeRequest(call, project);
    return Paging.page(
        world, call, request.discussions, d -> services.reviews.discussion(project, request, d));
  }

  private Reply discussion(Call call) {
    Project project = services.access.code(call);
    MergeRequest request = services.access.mergeRequest(call, project);
    Discussion found = services.access.discussion(call, request);
    return Reply.ok(services.reviews.discussion(project, request, found));
  }

  private Reply notes(Call call) {
    Project project = services.access.code(call);
    MergeRequest request = services.access.mergeRequest(call, project);
    boolean byUpdate = call.parameters().text("order_by", "").equals("updated_at");
    String activity = call.parameters().text("activity_filter", "all_notes");
    Comparator<Said> order =
        Comparator.<Said, Instant>comparing(s -> byUpdate ? s.note().updatedAt : s.note().createdAt)
            .thenComparing(s -> s.note().id);
    boolean ascending = call.parameters().text("sort", "desc").equals("asc");
    List<Said> all =
        request.discussions.stream()
            .flatMap(d -> d.notes.stream().map(n -> new Said(d, n)))
            .filter(s -> !activity.equals("only_comments") || !s.note().system)
            .filter(s -> !activity.equals("only_activity") || s.note().system)
            .sorted(ascending ? order : order.reversed())
            .toList();
    return Paging.page(
        world, call, all, s -> services.reviews.note(project, request, s.discussion(), s.note()));
  }

  private Reply note(Call call) {
    Project project = services.access.code(call);
    MergeRequest request = services.access.mergeRequest(call, project);
    Access.Found found = services.access.note(call, request.discussions);
    return Reply.ok(services.reviews.note(project, request, found.discussion(), found.note()));
  }

  private Reply createNote(Call call) {
    return say(call, request -> services.conversation.thread(true, Optional.empty()), false);
  }

  private Reply createDiscussion(Call call) {
    return say(
        call,
        request -> {
          Optional<Position> position = call.parameters().object("position").map(Position::read);
          Project project = services.access.project(call);
          position.ifPresent(place -> positions.check(project, request, place));
          return services.conversation.thread(false, position);
        },
        true);
  }

  private Reply reply(Call call) {
    return say(
        call,
        request -> {
          Discussion found = services.access.discussion(call, request);
          if (found.individual) {
            throw Refusal.badRequest("Discussion can not be replied to.");
          }
          return found;
        },
        false);
  }

  /** Where a comment goes; may refuse it. */
  private interface Place {
    Discussion in(MergeRequest request);
  }

  private Reply say(Call call, Place place, boolean answerThread) {
    Project project = services.access.commentable(call);
    MergeRequest request = services.access.mergeRequest(call, project);
    StandInUser author = call.signedIn();
    String body = call.parameters().text("body", "");
    services.conversation.check(request, body);
    if (request.locked && !project.allows(call.user(), AccessLevel.REPORTER)) {
      throw Refusal.forbidden();
    }
    Discussion discussion = place.in(request);
    String where = "!" + request.iid + " note";
    QuickActions.Extracted extracted = services.texts.extract(project, where, author, body);
    if (extracted.text().isBlank()) {
      return commandsOnly(project, request, author, extracted, answerThread);
    }
    Note note =
        services.conversation.add(
            request,
            discussion,
            author,
            extracted.text(),
            services.access.givenTime(project, call),
            call.parameters().flag("internal"));
    services.texts.announce(project, request, where, author, extracted.text());
    services.actions.run(project, request, author, extracted.commands());
    return Reply.created(
        answerThread
            ? services.reviews.discussion(project, request, discussion)
            : services.reviews.note(project, request, discussion, note));
  }

  /** Nothing is stored; a thread that was to begin so is answered as one without any note. */
  private Reply commandsOnly(
      Project project,
      MergeRequest request,
      StandInUser author,
      QuickActions.Extracted extracted,
      boolean answerThread) {
    if (extracted.commands().isEmpty()) {
      throw Refusal.badRequest("Note can't be blank");
    }
    ObjectNode changes = services.actions.run(project, request, author, extracted.commands());
    ObjectNode body = Entities.object();
    body.set("commands_changes", changes);
    body.putArray("summary").add("Applied " + extracted.commands().size() + " commands.");
    if (answerThread) {
      body.putNull("id").putArray("notes");
    }
    return Reply.json(202, body);
  }

  private Reply resolve(Call call) {
    Project project = services.access.commentable(call);
    MergeRequest request = services.access.mergeRequest(call, project);
    StandInUser user = call.signedIn();
    Discussion found = services.access.discussion(call, request);
    mayResolve(project, request, call);
    if (!found.resolvable()) {
      throw Refusal.badRequest("Discussion cannot be resolved");
    }
    services.conversation.resolve(request, found, user, call.parameters().flag("resolved"));
    return Reply.ok(services.reviews.discussion(project, request, found));
  }

  private static void mayResolve(Project project, MergeRequest request, Call call) {
    boolean author = call.user().filter(request.author::equals).isPresent();
    if (!author && !project.allows(call.user(), AccessLevel.DEVELOPER)) {
      throw Refusal.forbidden();
    }
  }

  private Reply editReply(Call call) {
    if (!call.parameters().has("resolved")) {
      return editNote(call);
    }
    Project project = services.access.commentable(call);
    MergeRequest request = services.access.mergeRequest(call, project);
    mayResolve(project, request, call);
    Access.Found found =
        services.access.note(call, List.of(services.access.discussion(call, request)));
    services.conversation.resolve(
        request, found.discussion(), call.signedIn(), call.parameters().flag("resolved"));
    return Reply.ok(services.reviews.note(project, request, found.discussion(), found.note()));
  }

  private Reply editNote(Call call) {
    Project project = services.access.commentable(call);
    MergeRequest request = services.access.mergeRequest(call, project);
    Access.Found found = services.access.note(call, request.discussions);
    StandInUser user = call.signedIn();
    Note note = found.note();
    boolean owner = note.author.equals(user) || project.allows(call.user(), AccessLevel.MAINTAINER);
    if (note.system || !owner) {
      throw Refusal.forbidden();
    }
    String body = call.parameters().text("body", "");
    services.conversation.check(request, body);
    String where = "!" + request.iid + " note";
    QuickActions.Extracted extracted = services.texts.extract(project, where, user, body);
    services.actions.run(project, request, user, extracted.commands());
    note.body = extracted.text();
    note.updatedAt = world.now();
    request.updatedAt = world.now();
    services.texts.announce(project, request, where, user, extracted.text());
    return Reply.ok(services.reviews.note(project, request, found.discussion(), note));
  }

  private Reply deleteNote(Call call) {
    Project project = services.access.commentable(call);
    MergeRequest request = services.access.mergeRequest(call, project);
    Access.Found found = services.access.note(call, request.discussions);
    boolean owner =
        call.user().filter(found.note().author::equals).isPresent()
            || project.allows(call.user(), AccessLevel.MAINTAINER);
    if (found.note().system || !owner) {
      throw Refusal.forbidden();
    }
    found.discussion().notes.remove(found.note());
    if (found.discussion().notes.isEmpty()) {
      request.discussions.remove(found.discussion());
    }
    request.updatedAt = world.now();
    return Reply.none();
  }
}
