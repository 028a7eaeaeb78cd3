package io.github.patchlane.gitlab.standin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The server itself, its users and projects, with their labels and hooks. */
final class ProjectRoutes {
  private static final String VERSION = "18.5.0";

  private final World world;
  private final Services services;

  ProjectRoutes(World world, Services services) {
    this.world = world;
    this.services = services;
  }

  void register(Map<String, Route> routes) {
    routes.put("version", call -> Reply.ok(version(call)));
    routes.put("metadata", call -> Reply.ok(version(call).put("enterprise", false)));
    routes.put("current user", call -> Reply.ok(services.entities.self(call.signedIn())));
    routes.put("users", this::users);
    routes.put("user", this::user);
    routes.put("project", this::project);
    routes.put("members", this::members);
    routes.put("labels", this::labels);
    routes.put("create label", this::createLabel);
    routes.put("hooks", this::hooks);
    routes.put("create hook", this::createHook);
  }

  private static ObjectNode version(Call call) {
    call.signedIn();
    return Entities.object().put("version", VERSION).put("revision", "0000000");
  }

  private Reply users(Call call) {
    String search = call.parameters().text("search", "").toLowerCase(Locale.ROOT);
    List<StandInUser> found =
        world.usersByToken.values().stream()
            .filter(
                user ->
                    call.parameters()
                        .text("username")
                        .map(name -> user.username().equalsIgnoreCase(name))
                        .orElse(true))
            .filter(
                user ->
                    search.isEmpty()
                        || user.username().toLowerCase(Locale.ROOT).contains(search)
                        || user.name().toLowerCase(Locale.ROOT).contains(search)
                        || user.publicEmail().filter(search::equalsIgnoreCase).isPresent())
            .sorted(Comparator.comparing(StandInUser::id))
            .toList();
    return Paging.page(world, call, found, services.entities::user);
  }

  private Reply user(Call call) {
    return Access.number(call.variable("user"))
        .flatMap(world::user)
        .map(user -> Reply.ok(services.entities.fullUser(user)))
        .orElseThrow(() -> Refusal.notFound("User"));
  }

  private Reply project(Call call) {
    Project project = services.access.project(call);
    return Reply.ok(services.entities.project(project, call.user()));
  }

  private Reply members(Call call) {
    Project project = services.access.project(call);
    List<StandInUser> members =
        project.members.keySet().stream().flatMap(id -> world.user(id).stream()).toList();
    return Paging.page(
        world,
        call,
        members,
        user ->
            services
                .entities
                .user(user)
                .put("access_level", project.level(user).orElseThrow().number()));
  }

  private Reply labels(Call call) {
    Project project = services.access.project(call);
    return Paging.page(
        world, call, List.copyOf(project.labels.keySet()), name -> label(project, name));
  }

  private Reply createLabel(Call call) {
    Project project = services.access.writable(call, AccessLevel.REPORTER);
    String name = call.parameters().text("name", "");
    if (project.labels.containsKey(name)) {
      return Reply.message(409, "Label already exists");
    }
    project.labels.put(name, world.nextId());
    return Reply.created(label(project, name));
  }

  private static ObjectNode label(Project project, String name) {
    return Entities.object()
        .put("id", project.labels.get(name))
        .put("name", name)
        .put("color", "#6699cc")
        .put("description", "");
  }

  private Reply hooks(Call call) {
    Project project = services.access.writable(call, AccessLevel.MAINTAINER);
    return Paging.page(world, call, project.hooks, hook -> hook(project, hook));
  }

  private Reply createHook(Call call) {
    Project project = services.access.writable(call, AccessLevel.MAINTAINER);
    String url = call.parameters().text("url", "");
    if (!url.startsWith("http://") && !url.startsWith("https://")) {
      return Reply.error(422, "Invalid url given");
    }
    Set<String> events = new TreeSet<>();
    call.parameters()
        .fields()
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (name.endsWith("_events") && call.parameters().flag(name)) {
                events.add(name);
              }
            });
    Project.Hook hook = new Project.Hook(world.nextId(), url, world.now(), events);
    project.hooks.add(hook);
    return Reply.created(hook(project, hook));
  }

  private static ObjectNode hook(Project project, Project.Hook hook) {
    ObjectNode json =
        Entities.object()
            .put("id", hook.id())
            .put("url", hook.url())
            .put("project_id", project.id)
            .put("created_at", Entities.time(hook.createdAt()));
    new TreeSet<>(hook.events()).forEach(event -> json.put(event, true));
    return json;
  }
}
