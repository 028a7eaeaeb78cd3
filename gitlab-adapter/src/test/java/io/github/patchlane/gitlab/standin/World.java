package io.github.patchlane.gitlab.standin;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Everything the server knows. Guarded by its monitor: one request changes it at a time. */
final class World {
  final ServerClock clock;
  final Records records = new Records();
  final Map<String, StandInUser> usersByToken = new LinkedHashMap<>();
  final Map<Long, Project> projects = new LinkedHashMap<>();

  /** Root of every address handed out; known once the server listens. */
  String url = "";

  /** How many reads see a new version unfinished. */
  int unpreparedReads;

  int commentLimit = 5_000;

  /** Whether times given are dropped for the request in hand. */
  boolean dropsTimes;

  private long users;
  private long projectIds = 100;
  private long mergeRequests = 1_000;
  private long ids = 10_000;
  private long discussions;

  World(ServerClock clock) {
    this.clock = clock;
  }

  Instant now() {
    return clock.now();
  }

  long nextUser() {
    return ++users;
  }

  long nextProject() {
    return ++projectIds;
  }

  long nextMergeRequest() {
    return ++mergeRequests;
  }

  /** Notes, versions, events, labels and the rest share one sequence. */
  long nextId() {
    return ++ids;
  }

  String nextDiscussion() {
    return Sha1.of("discussion " + ++discussions);
  }

  Optional<StandInUser> user(String username) {
    return usersByToken.values().stream()
        .filter(user -> user.username().equalsIgnoreCase(username))
        .findFirst();
  }

  Optional<StandInUser> user(long id) {
    return usersByToken.values().stream().filter(user -> user.id() == id).findFirst();
  }

  /** A project by id, by path, or by a path it had before. */
  Optional<Project> project(String idOrPath) {
    return projects.values().stream()
        .filter(
            project ->
                String.valueOf(project.id).equals(idOrPath)
                    || project.path.equalsIgnoreCase(idOrPath))
        .findFirst()
        .or(
            () ->
                projects.values().stream()
                    .filter(project -> project.formerPaths.contains(idOrPath))
                    .findFirst());
  }
}
