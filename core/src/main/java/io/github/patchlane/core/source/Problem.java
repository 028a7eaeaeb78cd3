package io.github.patchlane.core.source;

import java.util.Locale;
import java.util.Objects;

/**
 * One item of a source that could not be read, was read with a doubt, or found no place.
 *
 * @param kind what sort of trouble, for filtering
 * @param position where the item lies
 * @param id the item's own name, a message-id without brackets, or empty where it has none
 * @param subject the item's title as far as it could be read, or empty
 * @param reason one sentence: what is wrong and what was done about it
 */
public record Problem(Kind kind, Position position, String id, String subject, String reason) {
  public Problem {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(position);
    Objects.requireNonNull(id);
    Objects.requireNonNull(subject);
    Objects.requireNonNull(reason);
  }

  /** The sorts of trouble; the label is what {@code problems --format jsonl} prints. */
  public enum Kind {
    /** The item is no mail or record at all; nothing of it was used. */
    UNREADABLE,
    /** Part of the item was damaged; the rest was used. */
    DAMAGED,
    /** The same name with other content: one was used, this one was not. */
    DUPLICATE,
    /** A readable patch mail that belongs to no contribution. */
    UNPLACED,
    /** A reply to something the archive does not hold. */
    ORPHAN;

    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
