package io.github.patchlane.gitlab.standin;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A project as the server holds it. */
final class Project {
  /** What a commit was found to be by some check. */
  record Status(
      long id,
      String sha,
      String ref,
      String name,
      String status,
      String targetUrl,
      String description,
      StandInUser author,
      Instant createdAt,
      long pipeline) {}

  /** A run over a commit. */
  record Pipeline(
      long id, String sha, String ref, String status, String source, Instant createdAt) {}

  /** A subscription to events; nothing is ever delivered. */
  record Hook(long id, String url, Instant createdAt, Set<String> events) {
    Hook {
      events = Set.copyOf(events);
    }
  }

  final long id;
  final Repository repository;
  final Instant createdAt;
  String path;

  /** The project that this one was forked from. */
  Optional<Project> forkOf = Optional.empty();

  /** Addresses it had before. */
  final Set<String> formerPaths = new LinkedHashSet<>();

  boolean open;
  boolean resetsApprovals;
  boolean writesStateNotes;
  final Map<Long, AccessLevel> members = new LinkedHashMap<>();
  final Map<Integer, MergeRequest> mergeRequests = new TreeMap<>();
  final TreeMap<String, Long> labels = new TreeMap<>();
  final TreeSet<Integer> issues = new TreeSet<>();
  final List<Status> statuses = new ArrayList<>();
  final List<Pipeline> pipelines = new ArrayList<>();
  final List<Hook> hooks = new ArrayList<>();
  final Set<String> protectedBranches = new TreeSet<>();

  Project(long id, String path, Repository repository, Instant createdAt) {
    this.id = id;
    this.path = path;
    this.repository = repository;
    this.createdAt = createdAt;
  }

  Optional<AccessLevel> level(StandInUser user) {
    return user.admin()
        ? Optional.of(AccessLevel.OWNER)
        : Optional.ofNullable(members.get(user.id()));
  }

  boolean allows(Optional<StandInUser> user, AccessLevel level) {
    return user.flatMap(this::level).filter(own -> own.atLeast(level)).isPresent();
  }

  boolean readable(Optional<StandInUser> user) {
    return open || allows(user, AccessLevel.REPORTER);
  }

  boolean isProtected(String branch) {
    return branch.equals(repository.defaultBranch()) || protectedBranches.contains(branch);
  }

  boolean mayPush(StandInUser user, String branch) {
    return allows(
        Optional.of(user), isProtected(branch) ? AccessLevel.MAINTAINER : AccessLevel.DEVELOPER);
  }

  /** The old address goes on leading here. */
  void moveTo(String newPath) {
    formerPaths.add(path);
    formerPaths.remove(newPath);
    path = newPath;
  }

  String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  String namespace() {
    int slash = path.lastIndexOf('/');
    return slash < 0 ? "" : path.substring(0, slash);
  }
}
