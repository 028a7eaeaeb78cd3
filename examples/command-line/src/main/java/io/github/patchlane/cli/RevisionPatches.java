package io.github.patchlane.cli;

import io.github.patchlane.core.contribution.Patch;
import io.github.patchlane.core.contribution.Revision;
import io.github.patchlane.core.contribution.SourceId;
import io.github.patchlane.core.git.AppliedPatch;
import io.github.patchlane.core.git.ApplyOptions;
import io.github.patchlane.core.git.ApplyOutcome;
import io.github.patchlane.core.git.BaseFinding;
import io.github.patchlane.core.git.BaseOptions;
import io.github.patchlane.core.git.BaseQuestion;
import io.github.patchlane.core.git.GitRepository;
import io.github.patchlane.core.source.ContributionSource;
import io.github.patchlane.core.source.PatchContent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The patches of revisions, under the ids of the commits that they become where that is known. */
final class RevisionPatches {
  private final ContributionSource source;
  private final @Nullable GitRepository repository;
  private final Consumer<String> notes;
  private final Map<SourceId, SourceId> posted = new HashMap<>();

  RevisionPatches(
      ContributionSource source, @Nullable GitRepository repository, Consumer<String> notes) {
    this.source = source;
    this.repository = repository;
    this.notes = notes;
  }

  List<PatchContent> of(Revision revision) {
    List<PatchContent> patches = contents(revision.patches().stream().map(Patch::id));
    int lost = revision.patches().size() - patches.size();
    if (lost > 0) {
      notes.accept(
          revision.label()
              + ": "
              + lost
              + " of "
              + revision.patches().size()
              + " patches carry no change that could be read; left out");
    }
    return repository == null ? patches : asCommits(repository, revision, patches);
  }

  /** The posting that a patch, perhaps shown as a commit, came from. */
  SourceId posting(SourceId id) {
    return posted.getOrDefault(id, id);
  }

  private List<PatchContent> contents(Stream<? extends SourceId> ids) {
    return ids.map(source::content).flatMap(Optional::stream).toList();
  }

  private List<PatchContent> asCommits(
      GitRepository canonical, Revision revision, List<PatchContent> patches) {
    BaseFinding finding =
        canonical.findBase(BaseQuestion.of(revision, source), BaseOptions.DEFAULT);
    if (!(finding instanceof BaseFinding.Found base)) {
      notes.accept(revision.label() + ": not applied: " + finding.reason());
      return patches;
    }
    List<PatchContent> all =
        Stream.concat(contents(base.prerequisites().stream()).stream(), patches.stream()).toList();
    ApplyOutcome outcome = canonical.apply(all, base.commit(), ApplyOptions.DEFAULT.inMemory());
    if (outcome.applied().isEmpty()) {
      notes.accept(
          revision.label() + ": not applied: " + outcome.problem().orElse(outcome.label()));
      return patches;
    }
    List<AppliedPatch> applied = outcome.applied().get().patches();
    int before = all.size() - patches.size();
    return Stream.iterate(0, i -> i < patches.size(), i -> i + 1)
        .map(i -> asCommit(patches.get(i), applied.get(before + i)))
        .toList();
  }

  private PatchContent asCommit(PatchContent patch, AppliedPatch applied) {
    if (applied.how() == AppliedPatch.How.ALREADY_THERE) {
      return patch;
    }
    posted.put(applied.commit(), patch.id());
    return new PatchContent(
        applied.commit(),
        patch.author(),
        patch.authoredAt(),
        patch.authorZone(),
        patch.message(),
        patch.diff());
  }
}
