package io.github.patchlane.gitlab.mergerequest;

import io.github.patchlane.core.contribution.CommitId;
import io.github.patchlane.core.contribution.Patch;
import io.github.patchlane.core.contribution.Revision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Pushes that count as one, and the revision they make. */
final class Round {
  final boolean proposal;
  final Instant postedAt;

  /** Whether no push but the mark "ready" began it. */
  final boolean marked;

  private final List<DiffVersion> versions = new ArrayList<>();

  Round(boolean proposal, Instant postedAt, boolean marked, DiffVersion first) {
    this.proposal = proposal;
    this.postedAt = postedAt;
    this.marked = marked;
    versions.add(first);
  }

  void add(DiffVersion version) {
    versions.add(version);
  }

  DiffVersion first() {
    return versions.get(0);
  }

  /** The state that reviewers were left with. */
  DiffVersion last() {
    return versions.get(versions.size() - 1);
  }

  Optional<DiffVersion> with(CommitId head) {
    return versions.stream().filter(v -> v.head().equals(Optional.of(head))).findFirst();
  }

  Revision.Kind kind() {
    return proposal ? Revision.Kind.PROPOSAL : Revision.Kind.RFC;
  }

  /** Whether both end in the same change; false where that is not known. */
  boolean isSameAs(Round other, VersionPatches patches) {
    DiffVersion one = last();
    DiffVersion two = other.last();
    if (one.head().isPresent() && one.head().equals(two.head())) {
      return true;
    }
    Optional<List<Patch>> mine = patches.patches(one);
    Optional<List<Patch>> theirs = patches.patches(two);
    boolean identified =
        mine.isPresent()
            && theirs.isPresent()
            && mine.get().stream().allMatch(p -> p.patchId().isPresent());
    if (identified) {
      return mine.get().stream()
          .map(Patch::patchId)
          .toList()
          .equals(theirs.get().stream().map(Patch::patchId).toList());
    }
    return one.patchId().isPresent() && one.patchId().equals(two.patchId());
  }
}
