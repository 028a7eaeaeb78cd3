package io.github.patchlane.gitlab.standin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Approvals and their traces: events, reviewers, participants, reactions. */
final class ReviewRoutes {
  private final World world;
  private final Services services;

  ReviewRoutes(World world, Services services) {
    this.world = world;
    this.services = services;
  }

  void register(Map<String, Route> routes) {
    routes.put("approvals", this::approvals);
    routes.put("approval state", this::approvalState);
    routes.put("approve", this::approve);
    routes.put("unapprove", this::unapprove);
    routes.put("state events", this::stateEvents);
    routes.put("label events", this::labelEvents);
    routes.put("milestone events", this::none);
    routes.put("note emoji", this::none);
    routes.put("reviewers", this::reviewers);
    routes.put("participants", this::participants);
    routes.put("emoji", this::emoji);
    routes.put("award", this::award);
  }

  private Reply approvals(Call call) {
    Project project = services.access.code(call);
    MergeRequest request = services.access.mergeRequest(call, project);
    return Reply.ok(services.reviews.approvals(request, call.user()));
  }

  /** Rules come with a licence that the stand-in has none of. */
  private Reply approvalState(Call call) {
    Project project = services.access.code(call);
    services.access.mergeRequest(call, project);
    ObjectNode json = Entities.object().put("approval_rules_overwritten", false);
    json.putArray("rules");
    return Reply.ok(json);
  }

  private Reply approve(Call call) {
    Project project = services.access.writable(call, AccessLevel.DEVELOPER);
    MergeRequest request = services.access.mergeRequest(call, project);
    checkSha(request, call);
    if (request.approvals.containsKey(call.signedIn().id())) {
      throw Refusal.unauthorized();
    }
    services.lifecycle.approve(request, call.signedIn());
    return Reply.created(services.reviews.approvals(request, call.user()));
  }

  static void checkSha(MergeRequest request, Call call) {
    String head = request.shown().or(request::newest).map(DiffVersion::head).orElse("");
    call.parameters()
        .text("sha")
        .filter(sha -> !sha.equals(head))
        .ifPresent(
            sha -> {
              throw new Refusal(
                  Reply.message(409, "SHA does not match HEAD of source branch: " + head));
            });
  }

  private Reply unapprove(Call call) {
    Project project = services.access.writable(call, AccessLevel.DEVELOPER);
    MergeRequest request = services.access.mergeRequest(call, project);
    if (!request.approvals.containsKey(call.signedIn().id())) {
      return Reply.message(404, "404 Not Found");
    }
    services.lifecycle.unapprove(request, call.signedIn());
    return Reply.created(services.reviews.approvals(request, call.user()));
  }

  private Reply stateEvents(Call call) {
    Project project = services.access.code(call);
    MergeRequest request = services.access.mergeRequest(call, project);
    return Paging.page(
        world, call, request.stateEvents, e -> services.reviews.stateEvent(request, e));
  }

  private Reply labelEvents(Call call) {
    Project project = services.access.code(call);
    MergeRequest request = services.access.mergeRequest(call, project);
    return Paging.page(
        world, call, request.labelEvents, e -> services.reviews.labelEvent(project, request, e));
  }

  private Reply none(Call call) {
    Project project = services.access.code(call);
    services.access.mergeRequest(call, project);
    return Paging.page(world, call, List.<ObjectNode>of(), node -> node);
  }

  private Reply reviewers(Call call) {
    Project project = services.access.code(call);
    MergeRequest request = services.access.mergeRequest(call, project);
    return Paging.page(
        world, call, List.copyOf(request.reviewers.values()), services.reviews::reviewer);
  }

  private Reply participants(Call call) {
    Project project = services.access.code(call);
    MergeRequest request = services.access.mergeRequest(call, project);
    List<StandInUser> people =
        Stream.concat(
                Stream.of(request.author),
                request.discussions.stream()
                    .flatMap(d -> d.notes.stream())
                    .filter(note -> !note.system)
                    .map(note -> note.author))
            .distinct()
            .toList();
    return Paging.page(world, call, people, services.entities::user);
  }

  private Reply emoji(Call call) {
    Project project = services.access.code(call);
    MergeRequest request = services.access.mergeRequest(call, project);
    return Paging.page(world, call, request.awards, a -> services.reviews.award(request, a));
  }

  private Reply award(Call call) {
    Project project = services.access.commentable(call);
    MergeRequest request = services.access.mergeRequest(call, project);
    MergeRequest.Award award =
        new MergeRequest.Award(
            world.nextId(), call.parameters().text("name", ""), call.signedIn(), world.now());
    boolean twice =
        request.awards.stream()
            .anyMatch(a -> a.name().equals(award.name()) && a.user().equals(award.user()));
    if (twice) {
      return Reply.message(404, "404 Award Emoji Name has already been taken Not Found");
    }
    request.awards.add(award);
    return Reply.created(services.reviews.award(request, award));
  }
}
