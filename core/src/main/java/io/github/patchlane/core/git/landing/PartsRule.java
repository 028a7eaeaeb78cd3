package io.github.patchlane.core.git.landing;

import io.github.patchlane.core.contribution.Evidence;
import io.github.patchlane.core.contribution.Landing;
import io.github.patchlane.core.contribution.SourceId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Patches that were split on the way in, and patches that were joined. Of the commits that lie
 * mostly within a patch, those are taken whose sum comes ever nearer to it; likewise of the patches
 * that lie mostly within a commit. Two rounds of one patch never come nearer together than one.
 */
final class PartsRule implements LandingRule {
  /** The share of a part that must be found in the whole. */
  private static final double WITHIN = 0.6;

  /** How much nearer another part must bring the sum. */
  private static final double NEARER = 0.03;

  /** How alike the sum must be to the whole in the end. */
  private static final double ENOUGH = 0.5;

  /** Less than two telling lines are anywhere. */
  private static final double TELLING = 1;

  /** The parts of a patch go in together, or nearly so. */
  private static final Duration TOGETHER = Duration.ofDays(45);

  private final Pairs pairs;
  private final Map<Object, ChangeVector> vectors = new HashMap<>();

  PartsRule(Pairs pairs) {
    this.pairs = pairs;
  }

  @Override
  public void match(LandingBoard board) {
    Map<SourceId, List<Pair>> byPosting = new LinkedHashMap<>();
    Map<BranchCommit, List<Pair>> byCommit = new LinkedHashMap<>();
    for (Pair pair : pairs.all(board)) {
      if (pair.likeness().content().isPresent()) {
        byPosting.computeIfAbsent(pair.posting().patch().id(), k -> new ArrayList<>()).add(pair);
        byCommit.computeIfAbsent(pair.commit(), k -> new ArrayList<>()).add(pair);
      }
    }
    // A contribution's newest round first: what it holds, earlier ones mostly hold too.
    byPosting.values().stream()
        .sorted(
            Comparator.comparing(
                (List<Pair> l) -> l.get(0).posting(), LandingCandidate.BY_TIME.reversed()))
        .forEach(near -> split(board, near));
    byCommit.values().forEach(near -> join(board, near));
  }

  private void split(LandingBoard board, List<Pair> near) {
    LandingCandidate posting = near.get(0).posting();
    List<LandedPatch> landed = board.landingsOf(posting.patch().id());
    if (landed.isEmpty() ? !board.isFree(posting) : !landed.stream().allMatch(this::isEdited)) {
      return;
    }
    ChangeVector whole = vector(posting);
    List<Pair> parts =
        near.stream()
            .filter(p -> board.isFree(p.commit()))
            .filter(p -> isPart(vector(p.commit()), whole))
            .sorted(Comparator.comparing(p -> -vector(p.commit()).weight()))
            .toList();
    ChangeVector sum = ChangeVector.none();
    List<BranchCommit> taken = new ArrayList<>();
    for (Pair pair : near) {
      if (landed.stream().anyMatch(l -> l.landing().commit().equals(pair.commit().id()))) {
        sum = sum.plus(vector(pair.commit()));
        taken.add(pair.commit());
      }
    }
    List<BranchCommit> found = new ArrayList<>();
    for (Pair pair : parts) {
      ChangeVector next = sum.plus(vector(pair.commit()));
      if (next.likeness(whole) > sum.likeness(whole) + NEARER && isTogether(taken, pair.commit())) {
        sum = next;
        taken.add(pair.commit());
        found.add(pair.commit());
      }
    }
    double likeness = sum.likeness(whole);
    if (found.isEmpty() || taken.size() < 2 || likeness < ENOUGH) {
      return;
    }
    landed.forEach(l -> board.recast(l, Landing.Role.PART));
    for (BranchCommit commit : found) {
      board.land(
          posting,
          commit,
          evidence(likeness, "split into " + taken.size() + " commits"),
          Landing.Role.PART);
    }
  }

  private void join(LandingBoard board, List<Pair> near) {
    BranchCommit commit = near.get(0).commit();
    List<LandedPatch> landed = board.landingsAt(commit.id());
    if (!landed.stream().allMatch(this::isEdited)) {
      return;
    }
    ChangeVector whole = vector(commit);
    ChangeVector sum = ChangeVector.none();
    Set<SourceId> there = new HashSet<>();
    for (Pair pair : near) {
      if (landed.stream().anyMatch(l -> l.candidate().equals(pair.posting()))) {
        sum = sum.plus(vector(pair.posting()));
        there.add(pair.posting().patch().id());
      }
    }
    List<Pair> parts =
        near.stream()
            .filter(p -> board.isFree(p.posting()))
            .filter(p -> isPart(vector(p.posting()), whole))
            .sorted(
                Comparator.comparing((Pair p) -> -vector(p.posting()).weight())
                    .thenComparing(Pair::posting, LandingCandidate.BY_TIME.reversed()))
            .toList();
    List<LandingCandidate> found = new ArrayList<>();
    for (Pair pair : parts) {
      ChangeVector next = sum.plus(vector(pair.posting()));
      if (next.likeness(whole) > sum.likeness(whole) + NEARER) {
        sum = next;
        found.add(pair.posting());
      }
    }
    double likeness = sum.likeness(whole);
    if (found.isEmpty() || there.size() + found.size() < 2 || likeness < ENOUGH) {
      return;
    }
    landed.forEach(l -> board.recast(l, Landing.Role.JOINED));
    String how = "joined with " + (there.size() + found.size() - 1) + " into one commit";
    for (LandingCandidate posting : found) {
      if (board.isFree(posting)) {
        board.land(posting, commit, evidence(likeness, how), Landing.Role.JOINED);
      }
    }
  }

  private static boolean isPart(ChangeVector part, ChangeVector whole) {
    return part.weight() >= TELLING && part.within(whole) >= WITHIN;
  }

  private static boolean isTogether(List<BranchCommit> taken, BranchCommit commit) {
    return taken.stream()
        .allMatch(
            t ->
                Duration.between(t.committedAt(), commit.committedAt()).abs().compareTo(TOGETHER)
                    <= 0);
  }

  /** Nothing is missing from what landed as it was posted; what a person said is not doubted. */
  private boolean isEdited(LandedPatch landed) {
    Evidence.Kind kind = landed.landing().evidence().kind();
    return kind == Evidence.Kind.SIMILARITY || kind == Evidence.Kind.SUBJECT_AUTHOR;
  }

  private ChangeVector vector(LandingCandidate posting) {
    return vectors.computeIfAbsent(posting.patch().id(), k -> vector(pairs.changes().of(posting)));
  }

  private ChangeVector vector(BranchCommit commit) {
    return vectors.computeIfAbsent(commit.id(), k -> vector(pairs.changes().of(commit)));
  }

  private static ChangeVector vector(Optional<Change> change) {
    return change.map(c -> ChangeVector.of(c.lines())).orElseGet(ChangeVector::none);
  }

  private static Evidence evidence(double likeness, String how) {
    return new Evidence(
        Evidence.Kind.SIMILARITY,
        Confidence.ofProbability(0.4 + 0.55 * likeness),
        String.format(Locale.ROOT, "%s, %.0f %% of the lines together", how, 100 * likeness));
  }
}
