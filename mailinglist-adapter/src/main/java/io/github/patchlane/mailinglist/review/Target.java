package io.github.patchlane.mailinglist.review;

import io.github.patchlane.core.contribution.Person;
import io.github.patchlane.core.contribution.SourceId;
import io.github.patchlane.core.diff.DiffIndex;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a reply answers, directly or through other replies.
 *
 * @param revision the number of the revision
 * @param posting the cover or the patch that it answers
 * @param index the patch's place in the series, 0 for a cover
 * @param patches the revision's, by index
 * @param submitter who sent the contribution
 */
public record Target(
    int revision, SourceId posting, int index, List<TargetPatch> patches, Person submitter) {
  public Target {
    Objects.requireNonNull(posting);
    Objects.requireNonNull(submitter);
    patches = List.copyOf(patches);
    if (index < 0) {
      throw new IllegalArgumentException("patches are counted from 1, a cover is 0: " + index);
    }
  }

  /**
   * A patch that may be quoted.
   *
   * @param diff empty where the patch's mail was not seen
   */
  public record TargetPatch(int index, SourceId id, Person author, Optional<DiffIndex> diff) {
    public TargetPatch {
      Objects.requireNonNull(id);
      Objects.requireNonNull(author);
      Objects.requireNonNull(diff);
    }
  }

  /** The patches that the scope means; those of the answer where it names none of this revision. */
  List<TargetPatch> in(Scope scope) {
    List<TargetPatch> meant = patches.stream().filter(p -> scope.covers(p.index(), index)).toList();
    return meant.isEmpty()
        ? patches.stream().filter(p -> new Scope.Answered().covers(p.index(), index)).toList()
        : meant;
  }

  /** Whether what is said with this scope is said of all patches. */
  boolean isWhole(Scope scope) {
    return in(scope).size() == patches.size();
  }
}
