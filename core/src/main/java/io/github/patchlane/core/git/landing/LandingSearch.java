package io.github.patchlane.core.git.landing;

import io.github.patchlane.core.contribution.SourceId;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Runs the rules over a history, branch by branch. */
public final class LandingSearch {
  private final History history;
  private final List<LandingCandidate> candidates;
  private final Map<SourceId, LandingMention> mentions;
  private final LandingOptions options;

  private LandingSearch(
      History history,
      Collection<LandingCandidate> candidates,
      Map<SourceId, LandingMention> mentions,
      LandingOptions options) {
    this.history = history;
    this.candidates =
        candidates.stream().filter(c -> !options.notLanded().contains(c.patch().id())).toList();
    this.mentions = mentions;
    this.options = options;
  }

  /**
   * @param mentions what else a trailer may name: cover letters, replies, pages
   */
  public static Landings find(
      History history,
      Collection<LandingCandidate> candidates,
      Map<SourceId, LandingMention> mentions,
      LandingOptions options) {
    return new LandingSearch(history, candidates, mentions, options).run();
  }

  private Landings run() {
    LandingBoard board = new LandingBoard(candidates, commits(history.branches().get(0)));
    new CorrectionRule(options.landed(), history::commit).match(board);
    new SameCommitRule().match(board);
    if (!options.ignoreTrailers()) {
      new TrailerRule(mentions).match(board);
    }
    new PatchIdRule(history::patchId).match(board);
    new SubjectAuthorRule().match(board);
    new SimilarTitleRule().match(board);
    Set<SourceId> unused = new HashSet<>(options.landed().keySet());
    unused.removeIf(patch -> board.landingOf(patch).isPresent());
    return Landings.of(board.landed(), board.commits().size(), unused);
  }

  private List<BranchCommit> commits(String branch) {
    Optional<Instant> oldest =
        candidates.stream().map(LandingCandidate::postedAt).min(Comparator.naturalOrder());
    if (oldest.isEmpty()) {
      return List.of();
    }
    Set<List<String>> paths =
        candidates.stream()
            .filter(c -> c.patch().netChange().isPresent())
            .map(c -> c.patch().stat().paths())
            .collect(Collectors.toSet());
    Instant from = oldest.get().minus(PostingChoice.POSTED_LATER);
    return history.commits(branch, from, options.asOf(), paths::contains);
  }
}
