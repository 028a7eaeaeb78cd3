package io.github.patchlane.core.git.landing;

import io.github.patchlane.core.contribution.Evidence;
import io.github.patchlane.core.contribution.Landing;
import io.github.patchlane.core.contribution.SourceId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
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

  /** One line may be anywhere. */
  private static final int TELLING = 2;

  /** The parts of a patch go in together, or nearly so. */
  private static final Duration TOGETHER = Duration.ofDays(45);

  private final Pairs pairs;

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
    ChangeSum whole = ChangeSum.of(change(posting));
    List<Pair> parts =
        near.stream()
            .filter(p -> board.isFree(p.commit()))
            .filter(p -> isPart(pairs.changes().of(p.commit()), pairs.changes().of(posting)))
            .sorted(
                Comparator.comparing((Pair p) -> -change(p.commit()).size())
                    .thenComparing(p -> p.commit().id().value()))
            .toList();
    ChangeSum sum = ChangeSum.none();
    List<BranchCommit> taken = new ArrayList<>();
    for (Pair pair : near) {
      if (landed.stream().anyMatch(l -> l.landing().commit().equals(pair.commit().id()))) {
        sum = sum.plus(change(pair.commit()));
        taken.add(pair.commit());
      }
    }
    List<BranchCommit> found = new ArrayList<>();
    for (Pair pair : parts) {
      ChangeSum next = sum.plus(change(pair.commit()));
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
    ChangeSum whole = ChangeSum.of(change(commit));
    ChangeSum sum = ChangeSum.none();
    Set<SourceId> there = new HashSet<>();
    for (Pair pair : near) {
      if (landed.stream().anyMatch(l -> l.candidate().equals(pair.posting()))) {
        sum = sum.plus(change(pair.posting()));
        there.add(pair.posting().patch().id());
      }
    }
    List<Pair> parts =
        near.stream()
            .filter(p -> board.isFree(p.posting()))
            .filter(p -> isPart(pairs.changes().of(p.posting()), pairs.changes().of(commit)))
            .sorted(
                Comparator.comparing((Pair p) -> -change(p.posting()).size())
                    .thenComparing(Pair::posting, LandingCandidate.BY_TIME.reversed()))
            .toList();
    List<LandingCandidate> found = new ArrayList<>();
    for (Pair pair : parts) {
      ChangeSum next = sum.plus(change(pair.posting()));
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

  private boolean isPart(Optional<Changes.Known> part, Optional<Changes.Known> whole) {
    return part.isPresent()
        && whole.isPresent()
        && part.get().change().size() >= TELLING
        && pairs.scales().within(part.get(), whole.get()) >= WITHIN;
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

  private Change change(LandingCandidate posting) {
    return pairs.changes().of(posting).orElseThrow().change();
  }

  private Change change(BranchCommit commit) {
    return pairs.changes().of(commit).orElseThrow().change();
  }

  private static Evidence evidence(double likeness, String how) {
    return new Evidence(
        Evidence.Kind.SIMILARITY,
        Confidence.ofProbability(0.4 + 0.55 * likeness),
        String.format(Locale.ROOT, "%s, %.0f %% of the lines together", how, 100 * likeness));
  }
}
