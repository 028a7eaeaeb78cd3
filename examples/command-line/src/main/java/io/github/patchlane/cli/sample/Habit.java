package io.github.patchlane.cli.sample;

/** How an author ties a new revision to the one before. */
enum Habit {
  /** As b4 does: a change-id, a base-commit and "Link to v1". */
  CHANGE_ID,
  /** git send-email --in-reply-to the first posting. */
  REPLY,
  /** "v1: https://lists…" written by hand below the changelog. */
  LINK,
  /** A thread of its own under the same title, and not a word more. */
  SAME_TITLE
}
