package io.github.patchlane.gitlab.mergerequest;

import io.github.patchlane.core.contribution.Patch;
import io.github.patchlane.core.contribution.SourceId;
import java.util.List;
import java.util.Optional;

/** What is known of the commits behind diff versions: all of it in git, some of it elsewhere. */
public interface VersionPatches {
  /** Nothing is known: versions are rounds whose patches nobody looked at. */
  VersionPatches NONE =
      new VersionPatches() {
        @Override
        public Optional<List<Patch>> patches(DiffVersion version) {
          return Optional.empty();
        }

        @Override
        public Optional<byte[]> diff(SourceId patch) {
          return Optional.empty();
        }
      };

  /** The version's commits, oldest first, merges left out; empty where they are not at hand. */
  Optional<List<Patch>> patches(DiffVersion version);

  /** One commit's diff. */
  Optional<byte[]> diff(SourceId patch);
}
