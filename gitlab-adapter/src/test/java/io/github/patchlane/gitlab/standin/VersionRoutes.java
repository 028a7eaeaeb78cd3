package io.github.patchlane.gitlab.standin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** What was pushed: versions, their commits and diffs. */
final class VersionRoutes {
  private final World world;
  private final Services services;

  VersionRoutes(World world, Services services) {
    this.world = world;
    this.services = services;
  }

  void register(Map<String, Route> routes) {
    routes.put("versions", this::versions);
    routes.put("version of", this::version);
    routes.put("commits", this::commits);
    routes.put("diffs", this::diffs);
    routes.put("commit", this::commit);
  }

  private Reply versions(Call call) {
    Project project = services.access.code(call);
    MergeRequest request = services.access.mergeRequest(call, project);
    services.prepare(request);
    List<DiffVersion> newestFirst = new ArrayList<>(request.visible());
    Collections.reverse(newestFirst);
    return Paging.page(world, call, newestFirst, v -> services.requests.version(request, v));
  }

  private Reply version(Call call) {
    Project project = services.access.code(call);
    MergeRequest request = services.access.mergeRequest(call, project);
    DiffVersion version =
        request.visible().stream()
            .filter(v -> String.valueOf(v.id()).equals(call.variable("version")))
            .findFirst()
            .orElseThrow(() -> Refusal.notFound("Merge request diff"));
    ObjectNode json = services.requests.version(request, version);
    Repository git = project.repository;
    json.set(
        "commits",
        Entities.array(
            git.between(version.base(), version.head()),
            c -> services.entities.commit(project, c)));
    json.set(
        "diffs", Entities.array(git.changes(version.base(), version.head()), FileChange::json));
    return Reply.ok(json);
  }

  private Reply commits(Call call) {
    Project project = services.access.code(call);
    MergeRequest request = services.access.mergeRequest(call, project);
    return Paging.page(
        world,
        call,
        request.shown().map(v -> project.repository.between(v.base(), v.head())).orElse(List.of()),
        c -> services.entities.commit(project, c));
  }

  private Reply diffs(Call call) {
    Project project = services.access.code(call);
    MergeRequest request = services.access.mergeRequest(call, project);
    return Paging.page(
        world,
        call,
        request.shown().map(v -> project.repository.changes(v.base(), v.head())).orElse(List.of()),
        FileChange::json);
  }

  private Reply commit(Call call) {
    Project project = services.access.code(call);
    String sha =
        project
            .repository
            .resolve(call.variable("sha"))
            .orElseThrow(() -> Refusal.notFound("Commit"));
    return Reply.ok(services.entities.commit(project, project.repository.commit(sha)));
  }
}
