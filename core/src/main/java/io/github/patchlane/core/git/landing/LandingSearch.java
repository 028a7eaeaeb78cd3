package io.github.patchlane.core.git.landing;

import io.github.patchlane.core.contribution.SourceId;
import io.github.patchlane.core.source.PatchContent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Runs the rules over a history, branch by branch. */
public final class LandingSearch {
  private final History history;
  private final List<LandingCandidate> candidates;
  private final Map<SourceId, LandingMention> mentions;
  private final Changes changes;
  private final LandingOptions options;
  private final List<LandingBoard> boards = new ArrayList<>();

  private LandingSearch(
      History history,
      Collection<LandingCandidate> candidates,
      Map<SourceId, LandingMention> mentions,
      Changes changes,
      LandingOptions options) {
    this.history = history;
    this.candidates =
        candidates.stream().filter(c -> !options.notLanded().contains(c.patch().id())).toList();
    this.mentions = mentions;
    this.changes = changes;
    this.options = options;
  }

  /**
   * Finds the commit that each patch became.
   *
   * @param mentions what else a trailer may name: cover letters, replies, pages
   * @param contents fetches a patch whole, where that can be had; only those are asked for that
   *     nothing exact was found for
   */
  public static Landings find(
      History history,
      Collection<LandingCandidate> candidates,
      Map<SourceId, LandingMention> mentions,
      Function<SourceId, Optional<PatchContent>> contents,
      LandingOptions options) {
    return new LandingSearch(history, candidates, mentions, new Changes(contents, history), options)
        .run();
  }

  private Landings run() {
    for (String branch : history.branches()) {
      boards.add(match(branch));
    }
    List<LandedPatch> landed =
        boards.stream()
            .flatMap(b -> b.landed().stream())
            .map(found -> found.with(history.trailers(found.landing().commit())))
            .toList();
    Set<SourceId> unused = new HashSet<>(options.landed().keySet());
    landed.forEach(found -> unused.remove(found.landing().patch()));
    return Landings.of(landed, boards.stream().mapToInt(b -> b.commits().size()).sum(), unused);
  }

  private LandingBoard match(String branch) {
    List<BranchCommit> commits = commits(branch);
    LandingBoard board =
        boards.isEmpty()
            ? new LandingBoard(candidates, commits)
            : boards.get(boards.size() - 1).next(commits);
    new CorrectionRule(options.landed(), boards.isEmpty(), history::commit).match(board);
    new SameCommitRule().match(board);
    if (!options.ignoreTrailers()) {
      new TrailerRule(mentions).match(board);
    }
    new PatchIdRule(history::patchId).match(board);
    new PickedRule(boards).match(board);
    Pairs pairs = new Pairs(changes);
    new SimilarityRule(pairs).match(board);
    new PartsRule(pairs).match(board);
    new AgainRule().match(board);
    return board;
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
    Predicate<List<String>> ofInterest = paths::contains;
    Instant from = oldest.get().minus(PostingChoice.POSTED_LATER);
    return history.commits(branch, from, options.asOf(), ofInterest);
  }
}
