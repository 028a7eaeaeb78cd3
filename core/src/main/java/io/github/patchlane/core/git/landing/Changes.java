package io.github.patchlane.core.git.landing;

import io.github.patchlane.core.contribution.SourceId;
import io.github.patchlane.core.source.PatchContent;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Fetches what patches and commits change, each once and only when asked. */
final class Changes {
  private final Function<SourceId, Optional<PatchContent>> contents;
  private final History history;
  private final Map<SourceId, Optional<Change>> known = new HashMap<>();

  Changes(Function<SourceId, Optional<PatchContent>> contents, History history) {
    this.contents = contents;
    this.history = history;
  }

  Optional<Change> of(LandingCandidate candidate) {
    return known.computeIfAbsent(
        candidate.patch().id(),
        id ->
            contents
                .apply(id)
                .filter(content -> content.diff().length > 0)
                .map(
                    content ->
                        Change.of(content.diff(), CommitText.parse(content.message()).words())));
  }

  Optional<Change> of(BranchCommit commit) {
    return known.computeIfAbsent(
        commit.id(), id -> history.diff(commit.id()).map(d -> Change.of(d, commit.text().words())));
  }
}
