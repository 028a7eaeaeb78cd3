package io.github.patchlane.gitlab.standin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Finds what a request's path names, as far as the caller may see and use it. */
final class Access {
  private final World world;

  Access(World world) {
    this.world = world;
  }

  /** Hidden and missing projects look alike; a moved one says where it went. */
  Project project(Call call) {
    String id = call.variable("id");
    Project project =
        world
            .project(id)
            .filter(
                found ->
                    found.readable(call.user()) || found.allows(call.user(), AccessLevel.GUEST))
            .orElseThrow(() -> Refusal.notFound("Project"));
    if (project.formerPaths.contains(id)) {
      throw new Refusal(moved(call, project));
    }
    return project;
  }

  /** GitLab sends readers on by id, and refuses to write by an old name. */
  Reply moved(Call call, Project project) {
    if (call.operation().writes()) {
      return Reply.message(405, "Non GET methods are not allowed for moved projects");
    }
    String old = "/projects/" + Encoded.path(call.variable("id"));
    String location =
        world.url
            + "/api/v4/projects/"
            + project.id
            + rest(call.path(), old)
            + (call.query().isEmpty() ? "" : "?" + call.query());
    return Reply.text(301, "This resource has been moved permanently to " + location)
        .with("Location", location);
  }

  private static String rest(String path, String old) {
    return path.regionMatches(true, 0, old, 0, old.length())
        ? path.substring(old.length())
        : path.substring(Math.max(path.indexOf('/', "/projects/".length()), 0));
  }

  /** A project whose code the caller may read. */
  Project code(Call call) {
    Project project = project(call);
    if (!project.readable(call.user())) {
      throw Refusal.forbidden();
    }
    return project;
  }

  /** A project in which the caller has at least this level. */
  Project writable(Call call, AccessLevel level) {
    call.signedIn();
    Project project = project(call);
    if (!project.allows(call.user(), level)) {
      throw Refusal.forbidden();
    }
    return project;
  }

  /** A project that a signed-in caller may read and therefore comment in. */
  Project commentable(Call call) {
    call.signedIn();
    return code(call);
  }

  MergeRequest mergeRequest(Call call, Project project) {
    return number(call.variable("iid"))
        .map(Long::intValue)
        .flatMap(iid -> Optional.ofNullable(project.mergeRequests.get(iid)))
        .orElseThrow(() -> Refusal.notFound("Merge request"));
  }

  Discussion discussion(Call call, MergeRequest request) {
    return request
        .discussion(call.variable("discussion"))
        .orElseThrow(() -> Refusal.notFound("Discussion"));
  }

  record Found(Discussion discussion, Note note) {}

  Found note(Call call, List<Discussion> discussions) {
    long id = number(call.variable("note")).orElseThrow(() -> Refusal.notFound("Note"));
    for (Discussion discussion : discussions) {
      for (Note note : discussion.notes) {
        if (note.id == id) {
          return new Found(discussion, note);
        }
      }
    }
    throw Refusal.notFound("Note");
  }

  /** Only an owner, of the project or of the server, may say when something was said. */
  Optional<Instant> givenTime(Project project, Call call) {
    return call.parameters()
        .time("created_at")
        .filter(time -> !world.dropsTimes && project.allows(call.user(), AccessLevel.OWNER));
  }

  static Optional<Long> number(String text) {
    boolean digits = !text.isEmpty() && text.length() < 18;
    return digits && text.chars().allMatch(Character::isDigit)
        ? Optional.of(Long.valueOf(text))
        : Optional.empty();
  }
}
