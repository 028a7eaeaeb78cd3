package io.github.patchlane.gitlab.standin;

import java.time.Instant;
import java.util.Optional;

/** A comment, or what GitLab wrote itself. */
final class Note {
  final long id;
  final StandInUser author;
  final boolean system;
  final Instant createdAt;

  /** Whether the time was given by the caller and taken. */
  final boolean backdated;

  final boolean internal;
  String body;
  Instant updatedAt;
  boolean resolved;
  Optional<StandInUser> resolvedBy = Optional.empty();
  Optional<Instant> resolvedAt = Optional.empty();

  Note(
      long id,
      StandInUser author,
      String body,
      boolean system,
      Instant createdAt,
      boolean backdated,
      boolean internal) {
    this.id = id;
    this.author = author;
    this.body = body;
    this.system = system;
    this.createdAt = createdAt;
    this.updatedAt = createdAt;
    this.backdated = backdated;
    this.internal = internal;
  }
}
