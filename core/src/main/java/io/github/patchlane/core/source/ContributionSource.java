package io.github.patchlane.core.source;

import io.github.patchlane.core.contribution.Lane;
import io.github.patchlane.core.contribution.PatchId;
import io.github.patchlane.core.contribution.SourceId;
import java.util.List;
import java.util.Optional;

/**
 * A lane to read from. Every implementation passes the contract tests that ship with core.
 *
 * <p>Reading is repeatable: two calls of {@link #read()} over unchanged input give equal results,
 * and the order in which the input lies does not matter. Not thread-safe unless an implementation
 * says so.
 */
public interface ContributionSource extends AutoCloseable {
  /** The source as its user named it. */
  String name();

  Lane lane();

  /**
   * Reads everything.
   *
   * @throws UnreadableSourceException when the source as a whole cannot be read
   */
  Harvest read();

  /**
   * Fetches one patch whole.
   *
   * @return empty where the source does not hold that patch, or holds it without its content
   */
  Optional<PatchContent> content(SourceId patch);

  /**
   * Fetches the words of a cover letter, of a patch mail below its commit message, of a reply or a
   * note: anything that a contribution names as a posting or as an event's source.
   *
   * @return empty where the source does not hold that text
   */
  default Optional<MessageText> text(SourceId message) {
    return Optional.empty();
  }

  /**
   * The patches that a posting, which may be a cover letter, says it depends on ({@code
   * prerequisite-patch-id:}), in the order in which they apply; empty where it names none.
   */
  default List<PatchId> prerequisites(SourceId posting) {
    return List.of();
  }

  @Override
  void close();
}
