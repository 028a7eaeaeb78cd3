package io.github.patchlane.core.git.landing;

import io.github.patchlane.core.contribution.SourceId;
import io.github.patchlane.core.source.PatchContent;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Fetches what patches and commits change, each once. */
final class Changes {
  private final Function<SourceId, Optional<PatchContent>> contents;
  private final History history;
  private final Map<SourceId, Known> known = new HashMap<>();

  /** What is known of a posting or a commit. */
  record Known(Change change, Words message) {}

  Changes(Function<SourceId, Optional<PatchContent>> contents, History history) {
    this.contents = contents;
    this.history = history;
  }

  /** Fetches all that was not fetched before; what cannot be had is passed over. */
  void fetch(Collection<LandingCandidate> postings, Collection<BranchCommit> commits) {
    Set<SourceId> asked = new HashSet<>();
    for (LandingCandidate posting : postings) {
      SourceId id = posting.patch().id();
      if (!known.containsKey(id) && asked.add(id)) {
        contents
            .apply(id)
            .ifPresent(
                content ->
                    known.put(
                        id,
                        new Known(
                            Change.of(content.diff()),
                            CommitText.parse(content.message()).words())));
      }
    }
    if (asked.isEmpty() || !known.isEmpty()) {
      List<BranchCommit> missing =
          commits.stream().filter(c -> !known.containsKey(c.id())).distinct().toList();
      Map<SourceId, Words> messages = new HashMap<>();
      missing.forEach(c -> messages.put(c.id(), c.text().words()));
      history
          .changes(missing.stream().map(BranchCommit::id).toList())
          .forEach(
              (id, change) ->
                  known.put(id, new Known(change, Objects.requireNonNull(messages.get(id)))));
    }
  }

  Optional<Known> of(LandingCandidate posting) {
    return Optional.ofNullable(known.get(posting.patch().id()));
  }

  Optional<Known> of(BranchCommit commit) {
    return Optional.ofNullable(known.get(commit.id()));
  }

  Collection<Known> all() {
    return known.values();
  }
}
