package io.github.patchlane.core.rangediff;

import io.github.patchlane.core.contribution.SourceId;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What became of one patch.
 *
 * @param before the patch in the old revision; empty for one that was added
 * @param after the patch in the new revision; empty for one that was dropped
 * @param changes what differs between the two
 * @param difference the diff of the two patches as git prints it, without its four blanks; empty
 *     where nothing differs or nothing can be compared
 */
public record PatchPair(
    Optional<Side> before, Optional<Side> after, Set<Aspect> changes, String difference) {
  public PatchPair {
    Objects.requireNonNull(before);
    Objects.requireNonNull(after);
    Objects.requireNonNull(difference);
    changes = Set.copyOf(changes);
    if (before.isEmpty() && after.isEmpty()) {
      throw new IllegalArgumentException("a pair of no patch");
    }
  }

  /**
   * A patch in its revision.
   *
   * @param place from 1
   */
  public record Side(int place, SourceId id, String title) {
    public Side {
      Objects.requireNonNull(id);
      Objects.requireNonNull(title);
    }
  }

  /** A part of a patch. */
  public enum Aspect {
    AUTHOR,
    MESSAGE,
    DIFF;

    /** The name in machine-readable output. */
    public String label() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** What became of it. */
  public enum Status {
    SAME('='),
    CHANGED('!'),
    DROPPED('<'),
    ADDED('>');

    private final char mark;

    Status(char mark) {
      this.mark = mark;
    }

    /** As git writes it. */
    public char mark() {
      return mark;
    }

    /** The name in machine-readable output. */
    public String label() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  public Status status() {
    if (after.isEmpty()) {
      return Status.DROPPED;
    }
    if (before.isEmpty()) {
      return Status.ADDED;
    }
    return changes.isEmpty() ? Status.SAME : Status.CHANGED;
  }

  /** The title, the old one where there is one, as git has it. */
  public String title() {
    return before.or(() -> after).orElseThrow().title();
  }
}
