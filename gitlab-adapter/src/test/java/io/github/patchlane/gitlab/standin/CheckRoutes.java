package io.github.patchlane.gitlab.standin;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What machines say of commits: statuses and pipelines. */
final class CheckRoutes {
  private final World world;
  private final Services services;

  CheckRoutes(World world, Services services) {
    this.world = world;
    this.services = services;
  }

  void register(Map<String, Route> routes) {
    routes.put("statuses", this::statuses);
    routes.put("create status", this::create);
    routes.put("pipelines", this::pipelines);
  }

  /** Only the latest status of each name, unless all are asked for. */
  private Reply statuses(Call call) {
    Project project = services.access.code(call);
    String sha = commit(project, call);
    Parameters parameters = call.parameters();
    List<Project.Status> found =
        project.statuses.stream()
            .filter(status -> status.sha().equals(sha))
            .filter(s -> parameters.text("name").map(s.name()::equals).orElse(true))
            .filter(s -> parameters.text("ref").map(s.ref()::equals).orElse(true))
            .filter(s -> parameters.flag("all") || latest(project, s))
            .toList();
    return Paging.page(world, call, found, services.entities::status);
  }

  private static boolean latest(Project project, Project.Status status) {
    return project.statuses.stream()
        .noneMatch(
            later ->
                later.id() > status.id()
                    && later.sha().equals(status.sha())
                    && later.ref().equals(status.ref())
                    && later.name().equals(status.name()));
  }

  private static String commit(Project project, Call call) {
    return project
        .repository
        .resolve(call.variable("sha"))
        .orElseThrow(() -> Refusal.notFound("Commit"));
  }

  /** The first status of a commit makes an external pipeline for it. */
  private Reply create(Call call) {
    Project project = services.access.writable(call, AccessLevel.DEVELOPER);
    String sha = commit(project, call);
    Parameters parameters = call.parameters();
    String name = parameters.text("name").or(() -> parameters.text("context")).orElse("default");
    String ref =
        parameters
            .text("ref")
            .or(() -> branchWith(project, sha))
            .orElse(project.repository.defaultBranch());
    String state = parameters.text("state", "");
    Optional<Project.Status> before =
        project.statuses.stream()
            .filter(s -> s.sha().equals(sha) && s.ref().equals(ref) && s.name().equals(name))
            .reduce((first, last) -> last);
    if (before.filter(s -> s.status().equals(state)).isPresent()) {
      return Reply.message(400, transition(state));
    }
    long pipeline =
        project.pipelines.stream()
            .filter(p -> p.sha().equals(sha) && p.ref().equals(ref))
            .findFirst()
            .map(Project.Pipeline::id)
            .orElseGet(world::nextId);
    project.pipelines.removeIf(p -> p.id() == pipeline);
    project.pipelines.add(new Project.Pipeline(pipeline, sha, ref, state, "external", world.now()));
    Project.Status status =
        new Project.Status(
            world.nextId(),
            sha,
            ref,
            name,
            state,
            parameters.text("target_url", ""),
            parameters.text("description", ""),
            call.signedIn(),
            world.now(),
            pipeline);
    project.statuses.add(status);
    return Reply.created(services.entities.status(status));
  }

  private static Optional<String> branchWith(Project project, String sha) {
    return project.repository.branches().stream()
        .filter(name -> project.repository.branch(name).filter(sha::equals).isPresent())
        .findFirst();
  }

  /** GitLab names the transition by its event. */
  private static String transition(String state) {
    String event =
        switch (state) {
          case "pending" -> "enqueue";
          case "running" -> "run";
          case "failed" -> "drop";
          case "canceled" -> "cancel";
          case "skipped" -> "skip";
          default -> state;
        };
    return "Cannot transition status via :"
        + event
        + " from :"
        + state
        + " (Reason(s): Status cannot transition via \""
        + event
        + "\")";
  }

  private Reply pipelines(Call call) {
    Project project = services.access.code(call);
    MergeRequest request = services.access.mergeRequest(call, project);
    return Paging.page(
        world,
        call,
        services.entities.pipelines(project, request),
        p -> services.entities.pipeline(project, p));
  }
}
