package io.github.patchlane.gitlab.repository;

import io.github.patchlane.core.contribution.CommitId;
import io.github.patchlane.core.contribution.Patch;
import io.github.patchlane.core.contribution.SourceId;
import io.github.patchlane.core.git.CommitStore;
import io.github.patchlane.core.source.PatchContent;
import io.github.patchlane.gitlab.mergerequest.DiffVersion;
import io.github.patchlane.gitlab.mergerequest.VersionPatches;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The patches of diff versions as git has them; each version is looked at once. Not thread-safe.
 */
public final class GitPatches implements VersionPatches {
  private record Range(Optional<CommitId> base, CommitId head) {}

  private final CommitStore store;
  private final Map<Range, Optional<List<Patch>>> known = new HashMap<>();

  public GitPatches(CommitStore store) {
    this.store = store;
  }

  /** Where the version's base is not known, or is gone, the target branch tells it. */
  @Override
  public Optional<List<Patch>> patches(DiffVersion version) {
    if (version.head().isEmpty()) {
      return Optional.empty();
    }
    CommitId head = version.head().get();
    Optional<CommitId> base =
        version
            .base()
            .filter(store::holds)
            .or(() -> version.start().flatMap(start -> store.mergeBase(head, start)));
    Range range = new Range(base, head);
    Optional<List<Patch>> found = known.get(range);
    if (found == null) {
      found = base.flatMap(b -> store.patches(b, head));
      known.put(range, found);
    }
    return found;
  }

  @Override
  public Optional<byte[]> diff(SourceId patch) {
    return store.content(patch).map(PatchContent::diff);
  }
}
