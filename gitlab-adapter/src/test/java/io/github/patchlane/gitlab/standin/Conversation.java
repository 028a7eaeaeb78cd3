package io.github.patchlane.gitlab.standin;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Writes notes: people's, with all that their texts bring about, and GitLab's own. */
final class Conversation {
  private static final int NOTE_LIMIT = 1_000_000;

  private final World world;

  Conversation(World world) {
    this.world = world;
  }

  /** What GitLab writes itself stands alone and is never searched for references. */
  void system(MergeRequest request, StandInUser user, String body) {
    Discussion discussion = new Discussion(world.nextDiscussion(), true, Optional.empty());
    discussion.notes.add(systemNote(user, body));
    request.discussions.add(discussion);
    request.updatedAt = world.now();
  }

  /** What GitLab adds to a thread. */
  void system(MergeRequest request, Discussion discussion, StandInUser user, String body) {
    discussion.notes.add(systemNote(user, body));
    request.updatedAt = world.now();
  }

  private Note systemNote(StandInUser user, String body) {
    return new Note(world.nextId(), user, body, true, world.now(), false, false);
  }

  /** The refusals that any text meets before it is looked into. */
  void check(MergeRequest request, String body) {
    if (body.isBlank()) {
      throw Refusal.badRequest("Note can't be blank");
    }
    if (body.length() > NOTE_LIMIT) {
      throw Refusal.badRequest("Note is too long (maximum is 1000000 characters)");
    }
    if (request.comments() >= world.commentLimit) {
      throw Refusal.badRequest("Maximum number of comments exceeded");
    }
  }

  /**
   * Adds a comment to a thread; a thread of its own joins the merge request with its first comment.
   */
  Note add(
      MergeRequest request,
      Discussion discussion,
      StandInUser author,
      String body,
      Optional<Instant> at,
      boolean internal) {
    Note note =
        new Note(
            world.nextId(),
            author,
            body,
            false,
            at.orElseGet(world::now),
            at.isPresent(),
            internal);
    discussion.notes.add(note);
    if (!request.discussions.contains(discussion)) {
      request.discussions.add(discussion);
    }
    request.updatedAt = world.now();
    return note;
  }

  Discussion thread(boolean individual, Optional<Position> position) {
    return new Discussion(world.nextDiscussion(), individual, position);
  }

  void resolve(MergeRequest request, Discussion discussion, StandInUser user, boolean resolved) {
    for (Note note : discussion.notes) {
      if (!note.system && note.resolved != resolved) {
        note.resolved = resolved;
        note.resolvedBy = resolved ? Optional.of(user) : Optional.empty();
        note.resolvedAt = resolved ? Optional.of(world.now()) : Optional.empty();
      }
    }
    request.updatedAt = world.now();
    List<Discussion> threads = request.discussions.stream().filter(Discussion::resolvable).toList();
    if (resolved && threads.stream().allMatch(Discussion::resolved)) {
      system(request, user, "resolved all threads");
    }
  }
}
