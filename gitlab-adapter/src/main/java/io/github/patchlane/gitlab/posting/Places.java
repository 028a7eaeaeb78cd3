package io.github.patchlane.gitlab.posting;

import io.github.patchlane.core.contribution.SourceId;
import io.github.patchlane.core.diff.UnifiedDiff;
import io.github.patchlane.core.git.BranchLines;
import io.github.patchlane.core.git.DiffPlace;
import io.github.patchlane.core.git.GitRepository;
import io.github.patchlane.core.review.LineAnchor;
import io.github.patchlane.core.source.PatchContent;
import io.github.patchlane.core.source.Posting.Branch;
import io.github.patchlane.core.source.Posting.BranchPatch;
import io.github.patchlane.core.source.Posting.Round;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where on the page of a revision's version a line of one of its patches stands. */
final class Places {
  private final GitRepository repository;
  private final Map<SourceId, UnifiedDiff> diffs = new HashMap<>();
  private final Map<Branch, BranchLines> branches = new HashMap<>();

  Places(GitRepository repository) {
    this.repository = repository;
  }

  /** The position as a step's fields; empty where the version does not show the line. */
  Optional<Map<String, String>> find(Round round, LineAnchor anchor) {
    Optional<UnifiedDiff> diff = diff(round, anchor.patch());
    if (round.branch().isEmpty() || diff.isEmpty()) {
      return Optional.empty();
    }
    Branch branch = round.branch().get();
    List<BranchPatch> patches = branch.commits();
    for (int i = 0; i < patches.size(); i++) {
      if (patches.get(i).patch().equals(anchor.patch())) {
        return lines(branch).find(i, diff.get(), anchor).map(place -> fields(branch, place));
      }
    }
    return Optional.empty();
  }

  /** The hunk around the line, to be quoted where there is no place. */
  String excerpt(Round round, LineAnchor anchor) {
    return diff(round, anchor.patch()).map(diff -> HunkExcerpt.of(diff, anchor)).orElse("");
  }

  private BranchLines lines(Branch branch) {
    return branches.computeIfAbsent(
        branch,
        b -> repository.lines(b.base(), b.commits().stream().map(BranchPatch::commit).toList()));
  }

  private Optional<UnifiedDiff> diff(Round round, SourceId patch) {
    return round.patches().stream()
        .filter(content -> content.id().equals(patch))
        .findFirst()
        .map(content -> diffs.computeIfAbsent(patch, p -> parsed(content)));
  }

  private static UnifiedDiff parsed(PatchContent content) {
    return UnifiedDiff.parse(content.diff());
  }

  private static Map<String, String> fields(Branch branch, DiffPlace place) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put(Fields.HEAD, branch.head().value());
    fields.put(Fields.OLD_PATH, place.oldPath());
    fields.put(Fields.NEW_PATH, place.newPath());
    place.oldLine().ifPresent(line -> fields.put(Fields.OLD_LINE, Integer.toString(line)));
    place.newLine().ifPresent(line -> fields.put(Fields.NEW_LINE, Integer.toString(line)));
    return fields;
  }
}
