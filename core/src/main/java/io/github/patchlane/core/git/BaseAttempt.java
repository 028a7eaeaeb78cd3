package io.github.patchlane.core.git;

import io.github.patchlane.core.contribution.CommitId;
import io.github.patchlane.core.contribution.SourceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A series behind the posted patches that it is thought to depend on, and, once it was looked for,
 * the commit that both go on best.
 *
 * @param before the patches that are not the series' own, in the order in which they apply
 */
record BaseAttempt(
    BaseQuestion question,
    List<PatchFootprint> before,
    Needs needs,
    Optional<CommitId> commit,
    List<Need> unmet,
    Map<String, String> there) {
  BaseAttempt {
    before = List.copyOf(before);
    unmet = List.copyOf(unmet);
    there = Map.copyOf(there);
  }

  static BaseAttempt of(BaseQuestion question, List<PatchFootprint> before) {
    List<PatchFootprint> all = new ArrayList<>(before);
    all.addAll(question.series().patches());
    return new BaseAttempt(question, before, new Needs(all), Optional.empty(), List.of(), Map.of());
  }

  BaseAttempt at(
      CommitId base, Map<String, String> files, Function<String, Optional<byte[]>> contents) {
    return new BaseAttempt(
        question, before, needs, Optional.of(base), needs.unmet(files, contents), files);
  }

  Instant postedAt() {
    return question.series().postedAt();
  }

  int tellingUnmet() {
    return (int) unmet.stream().filter(Need::tells).count();
  }

  /** Whether all that is wanted is there. */
  boolean isWhole() {
    return commit.isPresent() && unmet.isEmpty();
  }

  boolean isBetterThan(BaseAttempt other) {
    return commit.isPresent() && (other.commit.isEmpty() || unmet.size() < other.unmet.size());
  }

  boolean isWorseThan(BaseAttempt other) {
    return other.isBetterThan(this);
  }

  List<BaseMismatch> mismatches() {
    return unmet.stream().map(need -> need.mismatch(there.getOrDefault(need.path(), ""))).toList();
  }

  List<SourceId> prerequisites() {
    return before.stream().map(PatchFootprint::id).toList();
  }

  /** The same with posted patches in front that make what it lacks; empty where none does. */
  Optional<BaseAttempt> extended(PostedPatches posted) {
    Set<SourceId> known = new HashSet<>();
    question.series().patches().forEach(patch -> known.add(patch.id()));
    before.forEach(patch -> known.add(patch.id()));
    List<PostedPatches.Chain> chains = new ArrayList<>();
    for (Need need : unmet) {
      posted.making(need, postedAt(), known).ifPresent(chains::add);
    }
    if (chains.isEmpty()) {
      return Optional.empty();
    }
    chains.sort(Comparator.comparing(PostedPatches.Chain::postedAt));
    Map<SourceId, PatchFootprint> row = new LinkedHashMap<>();
    for (PostedPatches.Chain chain : chains) {
      for (PatchFootprint patch : chain.patches()) {
        if (!known.contains(patch.id())) {
          row.putIfAbsent(patch.id(), patch);
        }
      }
    }
    before.forEach(patch -> row.put(patch.id(), patch));
    return Optional.of(of(question, List.copyOf(row.values())));
  }
}
