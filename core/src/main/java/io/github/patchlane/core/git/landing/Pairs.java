package io.github.patchlane.core.git.landing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The pairs of posting and commit that are worth a look, with what they have in common. Made once,
 * of what the exact rules left over; what is matched later drops out.
 */
final class Pairs {
  /** With so many equal lines a title's other number is a correction. */
  private static final double SAME_LINES = 0.6;

  /** What could not even be believed if all of the change were common is not looked at. */
  private static final double WORTH_A_LOOK = 0.25;

  private final Changes changes;
  private Optional<List<Pair>> made = Optional.empty();
  private Optional<Scales> scales = Optional.empty();

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
    Scales weighing = new Scales(board);
    List<Pair> near = new ArrayList<>();
    for (BranchCommit commit : board.freeCommits()) {
      for (LandingCandidate posting : index.near(commit)) {
        if (mayBeOne(posting, commit)) {
          Likeness likeness = weighing.outside(posting, commit);
          if (likeness.atBest() >= WORTH_A_LOOK) {
            near.add(new Pair(posting, commit, likeness, likeness.probability()));
          }
        }
      }
    }
    changes.fetch(
        near.stream().map(Pair::posting).toList(), near.stream().map(Pair::commit).toList());
    weighing.weigh(changes);
    scales = Optional.of(weighing);
    return near.stream().map(this::weighed).flatMap(Optional::stream).toList();
  }

  private Optional<Pair> weighed(Pair pair) {
    Optional<Changes.Known> posted = changes.of(pair.posting());
    Optional<Changes.Known> landed = changes.of(pair.commit());
    Likeness likeness = pair.likeness();
    if (posted.isPresent() && landed.isPresent()) {
      likeness =
          likeness.with(scales().inside(posted.get(), landed.get(), pair.likeness().paths()));
    }
    double lines = likeness.content().map(Likeness.Content::lines).orElse(0.0);
    boolean siblings =
        lines < SAME_LINES
            && TitleNumbers.differ(pair.posting().patch().subject(), pair.commit().title());
    return siblings
        ? Optional.empty()
        : Optional.of(new Pair(pair.posting(), pair.commit(), likeness, likeness.probability()));
  }

  /** What the pairs were weighed with; only once they are made. */
  Scales scales() {
    return scales.orElseThrow();
  }

  private static boolean mayBeOne(LandingCandidate posting, BranchCommit commit) {
    return Reversals.depth(posting.patch().subject()) == Reversals.depth(commit.title());
  }
}
