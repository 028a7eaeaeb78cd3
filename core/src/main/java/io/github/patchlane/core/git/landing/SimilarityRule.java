package io.github.patchlane.core.git.landing;

import io.github.patchlane.core.contribution.Evidence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What was edited on the way in: the pairs of posting and commit that are most alike, the best pair
 * first, so that no posting is given to a commit while it fits another one better. Equal title and
 * author go before mere likeness.
 */
final class SimilarityRule implements LandingRule {
  /** From here on a pair is believed. */
  private static final double ENOUGH = 0.5;

  /** From here on one that has no rival on either side. */
  private static final double ENOUGH_ALONE = 0.2;

  /** A rival is one of at least this share of the probability. */
  private static final double RIVAL = 0.4;

  /** The newest round that the commit may be of, unless an older one is more alike by that. */
  private static final double CLEARLY = 0.1;

  private final Pairs pairs;

  SimilarityRule(Pairs pairs) {
    this.pairs = pairs;
  }

  @Override
  public void match(LandingBoard board) {
    for (boolean sameTitle : List.of(true, false)) {
      for (Pair pair : best(board)) {
        boolean open = board.isFree(pair.commit()) && board.isFree(pair.posting());
        if (open && pair.probability() >= ENOUGH && pair.sameTitleAndAuthor() == sameTitle) {
          land(board, pair);
        }
      }
    }
    List<Pair> left = best(board);
    for (Pair pair : left) {
      if (board.isFree(pair.commit())
          && board.isFree(pair.posting())
          && pair.probability() >= ENOUGH_ALONE
          && left.stream().noneMatch(other -> isRival(other, pair))) {
        land(board, pair);
      }
    }
  }

  private static boolean isRival(Pair other, Pair pair) {
    boolean sameCommit = other.commit().equals(pair.commit());
    boolean samePatch =
        LandingBoard.Topic.of(other.posting()).equals(LandingBoard.Topic.of(pair.posting()));
    return sameCommit != samePatch && other.probability() >= RIVAL * pair.probability();
  }

  /** Of each contribution and commit the patch and round that fit, the most probable pair first. */
  private List<Pair> best(LandingBoard board) {
    Map<List<Object>, List<Pair>> rounds = new HashMap<>();
    for (Pair pair : pairs.of(board)) {
      rounds
          .computeIfAbsent(
              List.of(pair.commit().id(), pair.posting().contribution()), k -> new ArrayList<>())
          .add(pair);
    }
    return rounds.values().stream().map(SimilarityRule::round).sorted(Pair.BEST_FIRST).toList();
  }

  /**
   * A retitled round is one still, so that it is the change that tells them apart, and the title
   * only among the patches of one round and where no change is at hand.
   */
  private static Pair round(List<Pair> rounds) {
    Pair best =
        rounds.stream()
            .max(
                Comparator.comparingDouble(Pair::probability)
                    .thenComparing(Pair::posting, LandingCandidate.BY_TIME))
            .orElseThrow();
    double most = rounds.stream().mapToDouble(p -> p.likeness().change()).max().orElse(0);
    Pair round =
        rounds.stream()
            .filter(p -> p.likeness().change() >= most - CLEARLY)
            .filter(p -> most > 0 || p.likeness().title() == best.likeness().title())
            .max(
                Comparator.comparing((Pair p) -> p.posting().postedAt())
                    .thenComparingDouble(Pair::probability)
                    .thenComparing(Pair::posting, LandingCandidate.BY_TIME))
            .orElseThrow();
    return new Pair(round.posting(), round.commit(), round.likeness(), best.probability());
  }

  private static void land(LandingBoard board, Pair pair) {
    board.land(pair.posting(), pair.commit(), evidence(pair));
  }

  private static Evidence evidence(Pair pair) {
    Likeness likeness = pair.likeness();
    Optional<Likeness.Content> content = likeness.content();
    String what =
        pair.sameTitleAndAuthor()
            ? "same title and author"
            : String.format(
                Locale.ROOT,
                "%.0f %% of the title, %s author",
                100 * likeness.title(),
                likeness.author() ? "same" : "another");
    String how =
        content.isPresent()
            ? String.format(
                Locale.ROOT,
                ", %.0f %% of the lines and %.0f %% of the words in them",
                100 * content.get().lines(),
                100 * content.get().words())
            : String.format(Locale.ROOT, ", %.0f %% of the files", 100 * likeness.paths());
    return new Evidence(
        pair.sameTitleAndAuthor() ? Evidence.Kind.SUBJECT_AUTHOR : Evidence.Kind.SIMILARITY,
        Confidence.ofProbability(pair.probability()),
        what + how);
  }
}
