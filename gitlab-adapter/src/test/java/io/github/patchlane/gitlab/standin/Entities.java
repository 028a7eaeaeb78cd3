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

  static void time(ObjectNode into, String key, Optional<Instant> instant) {
    instant.ifPresentOrElse(t -> into.put(key, time(t)), () -> into.putNull(key));
  }

  static void text(ObjectNode into, String key, Optional<String> text) {
    text.ifPresentOrElse(t -> into.put(key, t), () -> into.putNull(key));
  }

  void user(ObjectNode into, String key, Optional<StandInUser> user) {
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
}
