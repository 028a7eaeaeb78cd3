package io.github.patchlane.gitlab.standin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Branches by the API, and the merge that moves one. */
final class BranchRoutes {
  private final World world;
  private final Services services;
  private final Pushes pushes;
  private final Merging merging;

  BranchRoutes(World world, Services services, Pushes pushes) {
    this.world = world;
    this.services = services;
    this.pushes = pushes;
    this.merging = new Merging(world);
  }

  void register(Map<String, Route> routes) {
    routes.put("branches", this::branches);
    routes.put("branch", this::branch);
    routes.put("create branch", this::create);
    routes.put("delete branch", this::delete);
    routes.put("merge", this::merge);
  }

  private Reply branches(Call call) {
    Project project = services.access.code(call);
    String search = call.parameters().text("search", "");
    List<String> names =
        project.repository.branches().stream().filter(name -> name.contains(search)).toList();
    return Paging.page(world, call, names, name -> shape(project, name));
  }

  private Reply branch(Call call) {
    Project project = services.access.code(call);
    return Reply.ok(shape(project, call.variable("branch")));
  }

  private ObjectNode shape(Project project, String name) {
    String head = project.repository.branch(name).orElseThrow(() -> Refusal.notFound("Branch"));
    return services.entities.branch(project, name, project.repository.commit(head));
  }

  private Reply create(Call call) {
    Project project = services.access.writable(call, AccessLevel.DEVELOPER);
    String name = call.parameters().text("branch", "");
    String ref = call.parameters().text("ref", "");
    if (!org.eclipse.jgit.lib.Repository.isValidRefName(Repository.HEADS + name)) {
      return Reply.message(400, "Branch name is invalid");
    }
    if (project.repository.branch(name).isPresent()) {
      return Reply.message(400, "Branch already exists");
    }
    Optional<String> commit = project.repository.resolve(ref);
    if (commit.isEmpty()) {
      return Reply.message(400, "Invalid reference name: " + ref);
    }
    project.repository.set(Repository.HEADS + name, commit.get());
    pushes.updated(project, call.signedIn(), name, Optional.empty(), commit);
    return Reply.created(shape(project, name));
  }

  private Reply delete(Call call) {
    Project project = services.access.writable(call, AccessLevel.DEVELOPER);
    String name = call.variable("branch");
    Optional<String> head = project.repository.branch(name);
    if (head.isEmpty()) {
      throw Refusal.notFound("Branch");
    }
    if (project.isProtected(name)) {
      throw Refusal.forbidden();
    }
    project.repository.delete(Repository.HEADS + name);
    pushes.updated(project, call.signedIn(), name, head, Optional.empty());
    return Reply.none();
  }

  private Reply merge(Call call) {
    Project project = services.access.commentable(call);
    MergeRequest request = services.access.mergeRequest(call, project);
    StandInUser user = call.signedIn();
    if (!project.mayPush(user, request.targetBranch)) {
      throw Refusal.unauthorized();
    }
    if (!request.open() || request.draft() || request.preparing()) {
      return Reply.message(405, "405 Method Not Allowed");
    }
    ReviewRoutes.checkSha(request, call);
    Optional<Merging.Merged> merged = merging.merge(project, request, user, call.parameters());
    if (merged.isEmpty()) {
      return Reply.message(422, "Branch cannot be merged");
    }
    Optional<String> before = project.repository.branch(request.targetBranch);
    project.repository.set(Repository.HEADS + request.targetBranch, merged.get().commit());
    request.squashCommit = merged.get().squashed();
    services.lifecycle.merged(project, request, user, Optional.of(merged.get().commit()));
    pushes.updated(project, user, request.targetBranch, before, Optional.of(merged.get().commit()));
    boolean remove =
        call.parameters().has("should_remove_source_branch")
            ? call.parameters().flag("should_remove_source_branch")
            : request.removeSourceBranch;
    Optional<String> head = request.sourceHead();
    if (remove && head.isPresent()) {
      request.source.repository.delete(Repository.HEADS + request.sourceBranch);
      pushes.updated(request.source, user, request.sourceBranch, head, Optional.empty());
    }
    return Reply.ok(services.requests.whole(project, request, call.user()));
  }
}
