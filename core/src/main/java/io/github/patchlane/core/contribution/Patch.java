package io.github.patchlane.core.contribution;

import io.github.patchlane.core.diff.DiffStat;
import io.github.patchlane.core.diff.NetChange;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One proposed commit, as a place in a series and a name to fetch it by. Its diff and message are
 * not here: a source gives them when asked.
 *
 * @param index its place, from 1
 * @param total the length its sender declared; empty in {@code 3/n}
 * @param id the mail's message-id, or the commit
 * @param subject without prefixes
 * @param author who wrote the change, who need not be who sent it
 * @param patchId of the diff, empty where there is none
 * @param netChange of the diff: the same for every way to cut one change into hunks; empty where
 *     there is no diff, or where lines only moved
 * @param stat the paths and the number of lines it touches
 */
public record Patch(
    int index,
    OptionalInt total,
    SourceId id,
    String subject,
    Person author,
    Optional<PatchId> patchId,
    Optional<NetChange> netChange,
    DiffStat stat) {
  public Patch {
    if (index < 1) {
      throw new IllegalArgumentException("patches are counted from 1: " + index);
    }
    Objects.requireNonNull(total);
    Objects.requireNonNull(id);
    Objects.requireNonNull(subject);
    Objects.requireNonNull(author);
    Objects.requireNonNull(patchId);
    Objects.requireNonNull(netChange);
    Objects.requireNonNull(stat);
  }
}
