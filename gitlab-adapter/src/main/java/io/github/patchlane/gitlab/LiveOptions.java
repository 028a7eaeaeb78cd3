package io.github.patchlane.gitlab;

import io.github.patchlane.core.plan.Pause;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * How a live project is read.
 *
 * @param workers how many requests are under way at once
 * @param everything whether approvals, reviewers, pipelines and statuses are asked for too: four
 *     requests more for each merge request, and one for each of its versions; and, where records
 *     keep silent about public addresses, the profile of each person whose address is not known
 * @param canonical a clone of the project; the commits of merge requests are then fetched into a
 *     repository beside it, which borrows what it holds. Without it and without a cache versions
 *     are read and their patches stay unknown
 * @param cache a bare repository, made where there is none, that keeps what was fetched
 * @param updatedSince only merge requests to which something happened since; all, where empty
 * @param pause how waiting is done
 */
public record LiveOptions(
    int workers,
    boolean everything,
    Optional<Path> canonical,
    Optional<Path> cache,
    Optional<Instant> updatedSince,
    Pause pause) {
  /** Merge requests as they stand, three requests for each, and no commits. */
  public static final LiveOptions DEFAULT =
      new LiveOptions(4, false, Optional.empty(), Optional.empty(), Optional.empty(), Pause.REAL);

  public LiveOptions {
    if (workers < 1 || workers > 16) {
      throw new IllegalArgumentException("from 1 to 16 requests at once: " + workers);
    }
    Objects.requireNonNull(canonical);
    Objects.requireNonNull(cache);
    Objects.requireNonNull(updatedSince);
    Objects.requireNonNull(pause);
  }

  public LiveOptions withWorkers(int changed) {
    return new LiveOptions(changed, everything, canonical, cache, updatedSince, pause);
  }

  public LiveOptions withEverything(boolean asked) {
    return new LiveOptions(workers, asked, canonical, cache, updatedSince, pause);
  }

  /** The {@code .git} of a work tree, or a bare repository. */
  public LiveOptions withCanonical(Path gitDirectory) {
    return new LiveOptions(
        workers, everything, Optional.of(gitDirectory), cache, updatedSince, pause);
  }

  public LiveOptions withCache(Path directory) {
    return new LiveOptions(
        workers, everything, canonical, Optional.of(directory), updatedSince, pause);
  }

  public LiveOptions withUpdatedSince(Instant since) {
    return new LiveOptions(workers, everything, canonical, cache, Optional.of(since), pause);
  }

  public LiveOptions withPause(Pause changed) {
    return new LiveOptions(workers, everything, canonical, cache, updatedSince, changed);
  }
}
