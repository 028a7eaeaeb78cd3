package io.github.patchlane.core.git.landing;

import io.github.patchlane.core.diff.LineRarity;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The pairs of posting and commit that are worth a look, with what they have in common. Made once,
 * of what the exact rules left over; what is matched later drops out.
 */
final class Pairs {
  /** With so many equal lines a title's other number is a correction. */
  private static final double SAME_LINES = 0.6;

  private final Changes changes;
  private Optional<List<Pair>> made = Optional.empty();

  Pairs(Changes changes) {
    this.changes = changes;
  }

  Changes changes() {
    return changes;
  }

  /** Those of which both sides are free. */
  List<Pair> of(LandingBoard board) {
    return all(board).stream()
        .filter(p -> board.isFree(p.commit()) && board.isFree(p.posting()))
        .toList();
  }

  /** Whatever became of them. */
  List<Pair> all(LandingBoard board) {
    if (made.isEmpty()) {
      made = Optional.of(make(board));
    }
    return made.get();
  }

  private List<Pair> make(LandingBoard board) {
    CandidateIndex index =
        new CandidateIndex(
            board.candidates().stream()
                .filter(c -> board.isFree(c) && !board.landedElsewhere(c))
                .toList());
    record Near(LandingCandidate posting, BranchCommit commit) {}
    List<Near> near = new ArrayList<>();
    for (BranchCommit commit : board.freeCommits()) {
      for (LandingCandidate posting : index.near(commit)) {
        if (mayBeOne(posting, commit)) {
          near.add(new Near(posting, commit));
        }
      }
    }
    Likeness.Scales scales =
        scales(
            board,
            near.stream()
                .flatMap(n -> Stream.of(changes.of(n.posting()), changes.of(n.commit())))
                .flatMap(Optional::stream)
                .toList());
    return near.stream()
        .map(n -> pair(n.posting(), n.commit(), scales))
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<Pair> pair(
      LandingCandidate posting, BranchCommit commit, Likeness.Scales scales) {
    Likeness likeness = Likeness.of(posting, commit, changes, scales);
    double lines = likeness.content().map(Likeness.Content::lines).orElse(0.0);
    boolean siblings =
        lines < SAME_LINES && TitleNumbers.differ(posting.patch().subject(), commit.title());
    return siblings
        ? Optional.empty()
        : Optional.of(new Pair(posting, commit, likeness, likeness.probability()));
  }

  private static boolean mayBeOne(LandingCandidate posting, BranchCommit commit) {
    return Reversals.depth(posting.patch().subject()) == Reversals.depth(commit.title());
  }

  private static Likeness.Scales scales(LandingBoard board, List<Change> compared) {
    Set<Change> changes = new LinkedHashSet<>(compared);
    return new Likeness.Scales(
        new WordRarity(
            Stream.concat(
                    board.commits().stream().map(BranchCommit::title),
                    board.candidates().stream().map(c -> c.patch().subject()))
                .map(ComparableTitle::of)
                .map(Words::of)
                .toList()),
        new WordRarity(board.commits().stream().map(c -> c.text().words()).toList()),
        new WordRarity(changes.stream().map(Change::tokens).toList()),
        LineRarity.of(changes.stream().map(Change::lines).toList()),
        new PathRarity(board.commits()));
  }
}
