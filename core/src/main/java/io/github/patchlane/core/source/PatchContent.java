package io.github.patchlane.core.source;

import io.github.patchlane.core.contribution.Person;
import io.github.patchlane.core.contribution.SourceId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/** One patch whole: what becomes the commit, and the bytes of the change. */
public final class PatchContent {
  private final SourceId id;
  private final Person author;
  private final Optional<Instant> authoredAt;
  private final ZoneOffset authorZone;
  private final String message;
  private final byte[] diff;

  /**
   * Where the author's clock stood is not known; taken for UTC.
   *
   * @param id of the mail or commit
   * @param author as the commit will name them
   * @param authoredAt empty where the source does not say
   * @param message the commit message, subject first, without what a mail adds to it
   * @param diff the unified diff, in the bytes it came in
   */
  public PatchContent(
      SourceId id, Person author, Optional<Instant> authoredAt, String message, byte[] diff) {
    this(id, author, authoredAt, ZoneOffset.UTC, message, diff);
  }

  /**
   * @param id of the mail or commit
   * @param author as the commit will name them
   * @param authoredAt empty where the source does not say
   * @param authorZone of the clock that the author went by
   * @param message the commit message, subject first, without what a mail adds to it
   * @param diff the unified diff, in the bytes it came in
   */
  public PatchContent(
      SourceId id,
      Person author,
      Optional<Instant> authoredAt,
      ZoneOffset authorZone,
      String message,
      byte[] diff) {
    this.id = Objects.requireNonNull(id);
    this.author = Objects.requireNonNull(author);
    this.authoredAt = Objects.requireNonNull(authoredAt);
    this.authorZone = Objects.requireNonNull(authorZone);
    this.message = Objects.requireNonNull(message);
    this.diff = diff.clone();
  }

  public SourceId id() {
    return id;
  }

  public Person author() {
    return author;
  }

  public Optional<Instant> authoredAt() {
    return authoredAt;
  }

  /** Of the clock that the author went by; a commit's author date names it. */
  public ZoneOffset authorZone() {
    return authorZone;
  }

  public String message() {
    return message;
  }

  /** Whether there is no change to make. */
  public boolean isEmpty() {
    return diff.length == 0;
  }

  /** A copy, of the caller's own. */
  public byte[] diff() {
    return diff.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PatchContent that
        && id.equals(that.id)
        && author.equals(that.author)
        && authoredAt.equals(that.authoredAt)
        && authorZone.equals(that.authorZone)
        && message.equals(that.message)
        && Arrays.equals(diff, that.diff);
  }

  @Override
  public int hashCode() {
    return Objects.hash(id, author, authoredAt, authorZone, message, Arrays.hashCode(diff));
  }

  @Override
  public String toString() {
    return "PatchContent[" + id + ", " + diff.length + " bytes of diff]";
  }
}
